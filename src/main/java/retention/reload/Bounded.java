package retention.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work that hangs on what somebody saved, each time on a thread of its own, and gives it up when it takes too long:
 * whoever watches the rules goes on. Work that was given up may run on to its end, and nobody looks at what comes of it.
 * One piece of work at a time; any thread may give it up.
 */
final class Bounded {

    private final Duration longest;
    private volatile @Nullable FutureTask<?> running;

    Bounded(Duration longest) {
        this.longest = longest;
    }

    /** What comes of the work; null when it was given up. Throws what the work throws. */
    @SuppressWarnings(
            "ThreadPriorityCheck") // nothing hangs on it but who has to wait when there is too little time for all
    <T> @Nullable T run(Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        running = task;
        var thread = new Thread(task, "rules being read");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY); // whoever asks for advice goes first, where the JVM minds priorities
        thread.start();
        try {
            return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException givenUp) {
            task.cancel(true);
            return null;
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        } catch (InterruptedException closing) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return null;
        } finally {
            running = null;
        }
    }

    /** Gives up what runs now; says whether anything did. */
    boolean giveUp() {
        FutureTask<?> task = running;
        return task != null && task.cancel(true);
    }

    /** What work threw on its thread, to be thrown again on this one. */
    static RuntimeException unchecked(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
