package retention.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows on a terminal how far a long run has come; silent elsewhere. For one thread. */
final class Progress {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final PrintWriter err;
    private final boolean shown;
    private final long begun = System.nanoTime();
    private long last = begun;
    private long lines;

    private Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** The launcher says whether stderr is a terminal; Java 17 cannot tell. */
    static Progress to(PrintWriter err) {
        return new Progress(err, Boolean.getBoolean("advisor.terminal"));
    }

    void add(int more) {
        lines += more;
        long now = System.nanoTime();
        if (shown && now - last > EVERY) {
            last = now;
            err.printf(Locale.ROOT, "\r%,d customers, %,d a second\033[K", lines, perSecond(now));
            err.flush();
        }
    }

    void done() {
        if (shown) {
            err.printf(Locale.ROOT, "\r%,d customers, %,d a second\033[K%n", lines, perSecond(System.nanoTime()));
            err.flush();
        }
    }

    private long perSecond(long now) {
        return lines * TimeUnit.SECONDS.toNanos(1) / Math.max(1, now - begun);
    }
}
