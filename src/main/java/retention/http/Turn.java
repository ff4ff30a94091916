package retention.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one at a time through, has few wait, and sends the rest away. Thread-safe. */
final class Turn {

    /** Whoever waits holds a thread that could advise. */
    private static final int MOST_WAITING = 2;

    private final Semaphore one = new Semaphore(1, true);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Duration patience;

    Turn(Duration patience) {
        this.patience = patience;
    }

    /** Whether it is the caller's turn, which then must end it. */
    boolean begin() {
        if (one.tryAcquire()) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return one.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    /** Lets the next one through. */
    void end() {
        one.release();
    }
}
