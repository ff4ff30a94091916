package retention.http;

import java.time.Duration;

/**
 * How long work may wait for a thread before it is better refused. A short rush may wait for the whole time budget. Once
 * somebody has been waiting for a fifth of it without a pause, it is no rush any more: who comes then and finds more than a few
 * waiting is refused at the door, and of those who wait already, a hundredth must do for all but the few next in line, so that
 * those who are served are served soon. The few are served all the same, or a slow machine would serve nobody. It is over when
 * nobody waits, and nobody has been refused for a fifth of the budget: with so few waiting there is soon nobody for a moment,
 * which means little. This is the controlled delay of Maurer, "Fail at Scale", ACM Queue 13(8), 2015, but for the door. Times
 * are {@link System#nanoTime}. Thread-safe; a race between two threads moves the answer by one piece of work.
 */
final class Patience {

    private static final int RUSH = 5;
    private static final int WHEN_OVERLOADED = 100;

    private final long budget;
    private final int few;
    private volatile long lastIdle = System.nanoTime();
    private volatile long lastRefused;

    /** For a queue in which so few may always wait for the whole budget. */
    Patience(Duration budget, int few) {
        this.budget = budget.toNanos();
        this.few = few;
        this.lastRefused = lastIdle - this.budget;
    }

    /** Nobody waits now. */
    void idle(long now) {
        lastIdle = now;
    }

    /** Whether somebody has been waiting, or somebody was refused, for so long that it is no rush any more. */
    boolean overloaded(long now) {
        return now - lastIdle > budget / RUSH || now - lastRefused < budget / RUSH;
    }

    /** Whether who comes now, and would have so many before them, is refused at once. */
    boolean shut(long now, int before) {
        return before >= few && overloaded(now) && refused(now);
    }

    /** Whether who came then, with so many behind, has waited for too long. */
    boolean over(long came, long now, int behind) {
        boolean hurried = behind > few && overloaded(now);
        return hurried ? now - came > budget / WHEN_OVERLOADED && refused(now) : now - came > budget;
    }

    private boolean refused(long now) {
        lastRefused = now;
        return true;
    }
}
