package retention.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BoundedTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void what_comes_of_the_work_is_given_back_and_what_it_throws_is_thrown() {
        var bounded = new Bounded(Duration.ofSeconds(60));
        assertThat(bounded.run(() -> "done")).isEqualTo("done");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounded.run(() -> {
                    throw new IllegalArgumentException();
                }));
    }

    @Test
    void work_that_does_not_end_is_given_up() {
        assertThat(new Bounded(Duration.ofMillis(20)).run(this::waitForEver)).isNull();
    }

    @Test
    void whoever_needs_the_thread_gives_up_what_runs() throws Exception {
        var bounded = new Bounded(Duration.ofSeconds(60));
        CompletableFuture<Boolean> given = CompletableFuture.supplyAsync(() -> bounded.run(this::waitForEver) == null);
        begun.await();
        assertThat(bounded.giveUp()).isTrue();
        assertThat(given.get()).isTrue();
        assertThat(bounded.giveUp()).isFalse();
    }

    /** Takes no notice of being interrupted, as a compiler does. */
    private String waitForEver() {
        begun.countDown();
        while (never.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return "";
    }
}
