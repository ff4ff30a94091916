package retention.http;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long work may wait for a thread before it is better refused. A rush may wait for the whole time budget: it is soon worked
 * off, as is what piles up while the machine is taken away for a moment. When for a tenth of the budget many more have come
 * than were served and have had to wait for a fortieth of it, whoever came last goes first: so most are served soon, and who is
 * passed over would be the first to be refused should it be no rush. It is no rush any more when, for half of the budget, that
 * has gone on, or they have to wait for half of the budget however many come. Who comes then and finds more than a few waiting
 * is refused at the door, and of those who wait already, a four hundredth of the budget must do for all but the few next in
 * line, so that those who are served are served soon. The few are served all the same, or a slow machine would serve nobody. It
 * is over when nobody has been refused for a tenth of the budget: with so few waiting there is soon nobody for a moment, which
 * means little. And it is not over while, half a budget long, many more come than are served: a machine that stands still for a
 * moment makes no rush of it. While nothing moved at all, as in a collection of garbage, nobody has waited for want of threads.
 * This is the controlled delay and the adaptive LIFO of Maurer, "Fail at Scale", ACM Queue 13(8), 2015, but for the door and
 * for the difference between a rush and a load. Times are {@link System#nanoTime}. Thread-safe; a race between two threads
 * moves the answer by a few pieces of work.
 */
final class Patience {

    private static final int LOOKS = 20;
    private static final int LOOKS_OF_A_RUSH = 2;
    private static final int LOOKS_IN_A_ROW = 10;
    private static final int REST = 10;
    private static final int MANY_COME = 40;
    private static final int HOWEVER_MANY = 2;
    private static final int WHEN_OVERLOADED = 400;
    private static final int NOTHING_MOVED = 40;
    private static final int SEASONS = 2;

    /** More than a tenth more come than are served: that is many more. */
    private static final int MANY_MORE = 10;

    private final long budget;
    private final int few;
    private final LongAdder come = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private volatile long lastSeen = System.nanoTime();
    private volatile long moving = lastSeen;
    private volatile long lastBegun = lastSeen;
    private volatile long lastWait;
    private volatile long lastRefused;
    private volatile Look last = new Look(lastSeen, 0, 0, 0);
    private volatile Season season = new Season(lastSeen, 0, 0, false);

    /** At how many looks in a row they have had to wait for too long, and how many had come and begun before that. */
    private record Look(long at, long come, long begun, int tooLong) {}

    /** How many had come and begun when half a budget began, and whether the one before was one of overload to its end. */
    private record Season(long at, long come, long begun, boolean overloaded) {}

    /** For a queue in which so few may always wait for the whole budget. */
    Patience(Duration budget, int few) {
        this.budget = budget.toNanos();
        this.few = few;
        this.lastRefused = lastSeen - this.budget;
    }

    /** Nobody waits now. */
    void idle(long now) {
        lastWait = 0;
        beginAnew(now);
    }

    /** Whether there is more to do than can be done. */
    boolean overloaded(long now) {
        return last.tooLong >= LOOKS_IN_A_ROW || now - lastRefused < budget / REST || season.overloaded;
    }

    /** Whether who comes now, and would have so many before them, is refused at once. Asked once for everybody who comes. */
    boolean shut(long now, int before) {
        come.increment(); // also who then finds no place: where all places are taken, the queue grows no more
        look(now);
        return before >= few && overloaded(now) && refused(now);
    }

    /** Whether, when the one who has waited longest came then, the one who came last begins now. Asked before everybody who begins. */
    boolean newestFirst(long oldest, long now) {
        look(now);
        lastWait = now - Math.max(oldest, moving);
        lastBegun = now;
        return last.tooLong >= LOOKS_OF_A_RUSH && !overloaded(now);
    }

    /** Whether who came then, is to begin now and has so many behind, has waited for too long. */
    boolean over(long came, long now, int behind) {
        long wait = now - Math.max(came, moving);
        boolean hurried = behind > few && overloaded(now);
        boolean over = hurried ? wait > budget / WHEN_OVERLOADED && refused(now) : now - came > budget;
        if (!over) {
            begun.increment();
        }
        return over;
    }

    /** Sees whether anything moved, and twenty times in a budget whether many more came than were served, and how long they wait. */
    private void look(long now) {
        Look before = last;
        if (now - lastSeen > budget / NOTHING_MOVED) {
            moving = now;
            beginAnew(now);
        } else if (now - before.at > budget / LOOKS) {
            long came = come.sum();
            long served = begun.sum();
            boolean growing = manyMore(came - before.come, served - before.begun);
            boolean tooLong = lastWait + now - lastBegun > budget / (growing ? MANY_COME : HOWEVER_MANY);
            last = tooLong
                    ? new Look(now, before.come, before.begun, before.tooLong + 1)
                    : new Look(now, came, served, 0);
        }
        if (now - season.at > budget / SEASONS) {
            season = after(season, now);
        }
        lastSeen = now;
    }

    private Season after(Season before, long now) {
        long came = come.sum();
        long served = begun.sum();
        boolean silent = now - before.at > budget;
        boolean refusing = lastRefused - before.at > 0;
        boolean many = manyMore(came - before.come, served - before.begun);
        return new Season(now, came, served, refusing && many && !silent);
    }

    private static boolean manyMore(long come, long served) {
        return (come - served) * MANY_MORE > served;
    }

    private void beginAnew(long now) {
        lastBegun = now;
        last = new Look(now, come.sum(), begun.sum(), 0);
    }

    private boolean refused(long now) {
        lastRefused = now;
        return true;
    }
}
