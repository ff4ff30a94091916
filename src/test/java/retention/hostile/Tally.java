package retention.hostile;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests of one phase. Thread-safe. */
final class Tally {

    private static final int LONGEST_SECONDS = 24 * 3600;

    final LongAdder sent = new LongAdder();
    final LongAdder served = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder other = new LongAdder();

    /** Sent, and the connection ended, or nothing came for ten seconds. */
    final LongAdder lost = new LongAdder();

    /** Due and never sent: the load itself could not keep up. */
    final LongAdder unsent = new LongAdder();

    /** How late the load itself was at most, in nanoseconds: what it sends then comes in a heap. */
    final LongAccumulator late = new LongAccumulator(Math::max, 0);

    /** What was due in the last instant and not sent any more is no fault of the server; one in so many is that. */
    private static final int MOST_UNSENT = 1000;

    /** From the moment at which each was meant to be sent. */
    final Latencies latencies = new Latencies();

    private final AtomicIntegerArray refusedInSecond = new AtomicIntegerArray(LONGEST_SECONDS * 10);

    /** Counts one answer to a request that was meant to be sent so long after the begin of the phase. */
    void answered(int status, long meantNanos, long tookNanos) {
        if (status == 200) {
            served.increment();
            latencies.add(tookNanos);
        } else if (status == 503) {
            refused.increment();
            refusedInSecond.incrementAndGet((int) (meantNanos / 100_000_000));
        } else {
            other.increment();
        }
    }

    /** How many seconds into the phase the last request was meant that was refused; 0 when none was. */
    double lastRefusalSeconds() {
        for (int i = refusedInSecond.length() - 1; i >= 0; i--) {
            if (refusedInSecond.get(i) > 0) {
                return (i + 1) / 10.0;
            }
        }
        return 0;
    }

    /** Whether there was a request, and every one was served. */
    boolean allServed() {
        return served.sum() > 0 && served.sum() == sent.sum() && unsent.sum() * MOST_UNSENT <= sent.sum();
    }

    /** One line for people. */
    String line(String phase, int rate) {
        return "%-22s %6d/s: served %d, 503 %d, other %d, lost %d; p50 %.2f, p99 %.2f, p99.9 %.2f ms; sent up to %.0f ms late%s"
                .formatted(
                        phase,
                        rate,
                        served.sum(),
                        refused.sum(),
                        other.sum(),
                        lost.sum(),
                        latencies.millis(0.5),
                        latencies.millis(0.99),
                        latencies.millis(0.999),
                        late.get() / 1e6,
                        unsent.sum() == 0 ? "" : "; " + unsent.sum() + " could not be sent");
    }
}
