package retention.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long work may wait. */
final class PatienceTest {

    private static final long MILLI = 1_000_000;
    private static final int FEW = 8;

    private final Patience patience = new Patience(Duration.ofMillis(500), FEW);
    private final long start = System.nanoTime();

    @Test
    void a_rush_may_wait_for_the_whole_budget() {
        patience.idle(start);
        assertThat(patience.over(start, start + 100 * MILLI, 1000)).isFalse();
        assertThat(patience.overloaded(start + 100 * MILLI)).isFalse();
        patience.idle(start + 450 * MILLI);
        assertThat(patience.over(start, start + 500 * MILLI, 1000)).isFalse();
        assertThat(patience.over(start, start + 500 * MILLI + 1, 1000)).isTrue();
    }

    @Test
    void once_somebody_waited_for_a_fifth_of_it_a_hundredth_must_do() {
        patience.idle(start);
        long later = start + 101 * MILLI;
        assertThat(patience.overloaded(later)).isTrue();
        assertThat(patience.over(later - 5 * MILLI, later, FEW + 1)).isFalse();
        assertThat(patience.over(later - 5 * MILLI - 1, later, FEW + 1)).isTrue();
    }

    @Test
    void the_few_next_in_line_may_always_wait_for_the_whole_budget() {
        patience.idle(start);
        long later = start + 900 * MILLI;
        assertThat(patience.over(later - 500 * MILLI, later, FEW)).isFalse();
        assertThat(patience.over(later - 500 * MILLI - 1, later, FEW)).isTrue();
    }

    @Test
    void when_nobody_waits_any_more_a_rush_may_come_again() {
        patience.idle(start);
        long later = start + 500 * MILLI;
        patience.idle(later);
        assertThat(patience.over(later, later + 90 * MILLI, 1000)).isFalse();
    }

    @Test
    void once_it_is_no_rush_the_door_is_shut_to_all_but_a_few() {
        patience.idle(start);
        assertThat(patience.shut(start + 99 * MILLI, 1000)).isFalse();
        assertThat(patience.shut(start + 101 * MILLI, FEW - 1)).isFalse();
        assertThat(patience.shut(start + 101 * MILLI, FEW)).isTrue();
    }

    @Test
    void a_moment_without_anybody_waiting_is_no_rest_while_others_are_refused() {
        patience.idle(start);
        long later = start + 200 * MILLI;
        assertThat(patience.shut(later, FEW)).isTrue();
        patience.idle(later);
        assertThat(patience.shut(later + 90 * MILLI, FEW)).isTrue();
        patience.idle(later + 91 * MILLI);
        assertThat(patience.overloaded(later + 189 * MILLI)).isTrue();
        patience.idle(later + 190 * MILLI);
        assertThat(patience.shut(later + 191 * MILLI, 1000)).isFalse();
    }
}
