package retention.hostile;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long many things took, to within two percent. Thread-safe. */
final class Latencies {

    /** Parts of each power of two. */
    private static final int PARTS = 64;

    private static final int PART_BITS = 6;
    private final AtomicLongArray counts = new AtomicLongArray(64 * PARTS);

    /** Counts one, in nanoseconds. */
    void add(long nanos) {
        counts.incrementAndGet(place(Math.max(nanos, PARTS)));
    }

    /** The time in milliseconds within which that share of all was done; 0 when there is none. */
    double millis(double share) {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && all > 0) {
                return top(i) / 1e6;
            }
        }
        return 0;
    }

    private static int place(long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(nanos);
        int part = (int) (nanos >>> (power - PART_BITS)) & (PARTS - 1);
        return power * PARTS + part;
    }

    private static double top(int place) {
        int power = place / PARTS;
        return Math.scalb(1.0 + (place % PARTS + 1.0) / PARTS, power);
    }
}
