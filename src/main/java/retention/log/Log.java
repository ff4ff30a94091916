package retention.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where all entries go: to standard error. A verb writes them as they come; a server {@link #begin begins} a log that nobody
 * waits for. There is one for the whole process, because libraries log, too. Thread-safe.
 */
public final class Log {

    static final String NAME = "retention.log.Log";

    private static final Duration LONGEST_END = Duration.ofSeconds(1);

    private static volatile @Nullable Outlet outlet;

    private Log() {}

    /** From now on entries are written in this style, by a thread of their own. */
    public static synchronized void begin(Style style) {
        if (outlet == null) {
            outlet = new Outlet(style, new FileOutputStream(FileDescriptor.err));
        }
    }

    /** Writes what is waiting, for at most a second; then entries are written as they come again. */
    public static synchronized void end() {
        Outlet ended = outlet;
        if (ended != null && ended.end(LONGEST_END)) {
            outlet = null;
        }
    }

    /** Adds an entry. */
    public static void write(Entry entry) {
        Outlet begun = outlet;
        if (begun != null) {
            begun.add(entry);
        } else {
            byte[] line = Style.TEXT.bytes(entry);
            System.err.write(line, 0, line.length);
            System.err.flush();
        }
    }

    /** How many entries were dropped since the log began, because nobody took them in time. */
    public static long dropped() {
        Outlet begun = outlet;
        return begun == null ? 0 : begun.dropped();
    }
}
