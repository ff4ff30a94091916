package retention.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.event.Level;

/**
 * Writes entries by a thread of its own, so that nobody waits for a slow reader. When too many are waiting, further ones are
 * dropped and counted, and the log says so once it moves again. Thread-safe.
 */
final class Outlet {

    private static final int MOST_WAITING = 4096;
    private static final int MOST_AT_ONCE = 256;

    private final Style style;
    private final OutputStream out;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LongAdder dropped = new LongAdder();
    private final Thread thread = new Thread(this::run, "log");
    private volatile boolean ending;

    /** For the writing thread. */
    private long told;

    Outlet(Style style, OutputStream out) {
        this.style = style;
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    /** Never waits. */
    void add(Entry entry) {
        if (!waiting.offer(entry)) {
            dropped.increment();
        }
    }

    long dropped() {
        return dropped.sum();
    }

    /** Waits until what was added is written, but no longer than this; whether it was. */
    boolean end(Duration most) {
        ending = true;
        thread.interrupt();
        try {
            thread.join(Math.max(1, most.toMillis()));
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void run() {
        var some = new ArrayList<Entry>(MOST_AT_ONCE);
        while (!ending || !waiting.isEmpty()) {
            try {
                if (waiting.isEmpty()) {
                    some.add(waiting.take());
                }
                waiting.drainTo(some, MOST_AT_ONCE - some.size());
                write(some);
            } catch (InterruptedException toEnd) {
                continue; // what is left is written first
            } catch (IOException | RuntimeException lost) { // nobody reads any more
                dropped.add(some.size());
            }
            some.clear();
        }
    }

    private void write(List<Entry> some) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (Entry entry : some) {
            bytes.writeBytes(style.bytes(entry));
        }
        bytes.writeTo(out);
        out.flush();
        tellWhatIsMissing();
    }

    private void tellWhatIsMissing() throws IOException {
        long missing = dropped.sum();
        if (missing > told) {
            String words = (missing - told) + " entries of the log were dropped: nobody took them in time";
            told = missing;
            out.write(style.bytes(Entry.now(Level.WARN, Log.NAME, words, null, Map.of(), null)));
            out.flush();
        }
    }
}
