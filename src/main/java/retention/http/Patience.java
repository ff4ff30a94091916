package retention.http;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long work may wait for a thread before it is better refused. A rush may wait for the whole time budget: it comes after
 * every pause, and is soon worked off. It is no rush any more when somebody has been waiting without a pause for a fifth of the
 * budget while many more came than were served, or for the whole budget however many came. Who comes then and finds more than
 * a few waiting is refused at the door, and of those who wait already, a hundredth of the budget must do for all but the few
 * next in line, so that those who are served are served soon. The few are served all the same, or a slow machine would serve
 * nobody. It is over when nobody waits, and nobody has been refused for a fifth of the budget: with so few waiting there is
 * soon nobody for a moment, which means little. This is the controlled delay of Maurer, "Fail at Scale", ACM Queue 13(8), 2015,
 * but for the door and for the difference between a rush and a load. Times are {@link System#nanoTime}. Thread-safe; a race
 * between two threads moves the answer by a few pieces of work.
 */
final class Patience {

    private static final int RUSH = 5;
    private static final int WHEN_OVERLOADED = 100;

    /** Four come for each three that are served: that many more is no rush. */
    private static final int MANY_MORE = 3;

    private final long budget;
    private final int few;
    private final LongAdder begun = new LongAdder();
    private volatile long lastIdle = System.nanoTime();
    private volatile long lastRefused;
    private volatile Look last = new Look(lastIdle, 0, 0);
    private volatile boolean growing;

    /** How many were waiting at a time, and how many had begun. */
    private record Look(long at, int waiting, long begun) {}

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
        return growing || now - lastIdle > budget || now - lastRefused < budget / RUSH;
    }

    /** Whether who comes now, and would have so many before them, is refused at once. */
    boolean shut(long now, int before) {
        look(now, before);
        return before >= few && overloaded(now) && refused(now);
    }

    /** Whether who came then, is to begin now and has so many behind, has waited for too long. */
    boolean over(long came, long now, int behind) {
        begun.increment();
        look(now, behind);
        boolean hurried = behind > few && overloaded(now);
        return hurried ? now - came > budget / WHEN_OVERLOADED && refused(now) : now - came > budget;
    }

    /** While anybody waits, as often as a rush may last: whether many more came than were served since the last look. */
    private void look(long now, int waiting) {
        Look before = last;
        if (lastIdle - before.at > 0) {
            last = new Look(lastIdle, 0, begun.sum());
            growing = false;
        } else if (now - before.at > budget / RUSH) {
            last = new Look(now, waiting, begun.sum());
            growing = (waiting - before.waiting) * (long) MANY_MORE > last.begun - before.begun;
        }
    }

    private boolean refused(long now) {
        lastRefused = now;
        return true;
    }
}
