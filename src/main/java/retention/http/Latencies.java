package retention.http;

import java.util.concurrent.atomic.LongAdder;

/** How often what took how long, in fixed buckets from a tenth of a millisecond to ten seconds. Thread-safe, without locks. */
final class Latencies {

    private static final double NANOS = 1e9;

    /** Upper ends of the buckets, in seconds; the last one has none. */
    private static final double[] ENDS = {
        0.0001,
        0.00025,
        0.0005,
        0.001,
        0.0025,
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
        10,
        Double.POSITIVE_INFINITY
    };

    private static final long[] END_NANOS = new long[ENDS.length];

    static {
        for (int i = 0; i < ENDS.length; i++) {
            END_NANOS[i] = i == ENDS.length - 1 ? Long.MAX_VALUE : Math.round(ENDS[i] * NANOS);
        }
    }

    private final LongAdder[] counts = new LongAdder[ENDS.length];
    private final LongAdder nanos = new LongAdder();

    Latencies() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** Adds one that took so many nanoseconds. */
    void add(long took) {
        int bucket = 0;
        while (took > END_NANOS[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(took);
    }

    /** Upper ends of the buckets, in seconds. */
    static double[] ends() {
        return ENDS.clone();
    }

    /** How many fell into each bucket. */
    long[] counts() {
        long[] now = new long[counts.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = counts[i].sum();
        }
        return now;
    }

    /** What all took together, in seconds. */
    double seconds() {
        return nanos.sum() / NANOS;
    }
}
