package retention.http;

import java.time.Duration;

/**
 * How long work may wait for a thread before it is better refused. A short rush may wait for the whole time budget; once
 * there was always somebody waiting for that long, a twentieth of it must do, so that those who are served are served
 * soon. This is the controlled delay of Maurer, "Fail at Scale", ACM Queue 13(8), 2015. Times are {@link System#nanoTime}.
 * Thread-safe; a race between two threads moves the answer by one piece of work.
 */
final class Patience {

    private static final int WHEN_OVERLOADED = 20;

    private final long budget;
    private volatile long lastIdle = System.nanoTime();

    Patience(Duration budget) {
        this.budget = budget.toNanos();
    }

    /** Nobody waits now. */
    void idle(long now) {
        lastIdle = now;
    }

    /** Whether somebody has been waiting all the time for so long that it is no rush any more. */
    boolean overloaded(long now) {
        return now - lastIdle > budget;
    }

    /** Whether who came then has waited for too long. */
    boolean over(long came, long now) {
        return now - came > (overloaded(now) ? budget / WHEN_OVERLOADED : budget);
    }
}
