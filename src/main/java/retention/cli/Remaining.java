package retention.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows on a terminal how much of a known number is done, and how long the rest may take; silent elsewhere. Thread-safe. */
final class Remaining {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final int all;
    private final String what;
    private final PrintWriter err;
    private final boolean shown;
    private final long begun = System.nanoTime();
    private long last = begun;
    private int done;

    private Remaining(int all, String what, PrintWriter err, boolean shown) {
        this.all = all;
        this.what = what;
        this.err = err;
        this.shown = shown;
    }

    /** The launcher says whether stderr is a terminal; Java 17 cannot tell. */
    static Remaining of(int all, String what, PrintWriter err) {
        return new Remaining(all, what, err, Boolean.getBoolean("advisor.terminal"));
    }

    /** One more is done. */
    synchronized void done() {
        done++;
        long now = System.nanoTime();
        if (shown && now - last > EVERY) {
            last = now;
            err.print("\r" + words(now) + "\033[K");
            err.flush();
        }
    }

    /** All are done: says how long it took. */
    synchronized void end() {
        if (shown) {
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            err.printf(
                    Locale.ROOT,
                    "\r%,d %s in %s, %,d a minute\033[K%n",
                    done,
                    what,
                    time(millis),
                    done * 60_000L / millis);
            err.flush();
        }
    }

    private String words(long now) {
        long rest = TimeUnit.NANOSECONDS.toMillis(now - begun) / done * (all - done);
        return String.format(Locale.ROOT, "%,d of %,d %s, about %s left", done, all, what, time(rest));
    }

    /** {@code 40 s}, {@code 2 min 5 s}. */
    static String time(long millis) {
        long seconds = (millis + 999) / 1000;
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
