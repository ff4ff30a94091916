package retention.http;

import java.time.Duration;

/**
 * How long work may wait for a thread before it is better refused. A short rush may wait for the whole time budget. Once
 * somebody has been waiting for a fifth of it without a pause, it is no rush any more, and a hundredth must do, so that those
 * who are served are served soon; the few next in line are served all the same, or a slow machine would serve nobody. This is
 * the controlled delay of Maurer, "Fail at Scale", ACM Queue 13(8), 2015. Times are {@link System#nanoTime}. Thread-safe; a
 * race between two threads moves the answer by one piece of work.
 */
final class Patience {

    private static final int RUSH = 5;
    private static final int WHEN_OVERLOADED = 100;

    private final long budget;
    private final int few;
    private volatile long lastIdle = System.nanoTime();

    /** For a queue in which so few may always wait for the whole budget. */
    Patience(Duration budget, int few) {
        this.budget = budget.toNanos();
        this.few = few;
    }

    /** Nobody waits now. */
    void idle(long now) {
        lastIdle = now;
    }

    /** Whether somebody has been waiting all the time for so long that it is no rush any more. */
    boolean overloaded(long now) {
        return now - lastIdle > budget / RUSH;
    }

    /** Whether who came then, with so many behind, has waited for too long. */
    boolean over(long came, long now, int behind) {
        return now - came > (behind > few && overloaded(now) ? budget / WHEN_OVERLOADED : budget);
    }
}
