package retention.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts who was refused and why, and tells the log about once a minute, however many there are. Thread-safe. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST_PEERS = 50;
    private static final long EVERY = TimeUnit.MINUTES.toNanos(1);

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long total;
    private long toldAt;
    private boolean toldOnce;

    /** One more; {@code why} is of few words, all our own. */
    synchronized void add(String peer, String why) {
        total++;
        String known = peer + " " + why;
        counts.merge(counts.size() < MOST_PEERS || counts.containsKey(known) ? known : "others", 1L, Long::sum);
    }

    /** All there ever were. */
    synchronized long total() {
        return total;
    }

    /** Tells what came since it told last, if that is long enough ago on a clock that never goes back. */
    void tell(long nanos) {
        String told = due(nanos);
        if (!told.isEmpty()) {
            LOG.warn("refused for want of a key: {}", told);
        }
    }

    private synchronized String due(long nanos) {
        if (counts.isEmpty() || (toldOnce && nanos - toldAt < EVERY)) {
            return "";
        }
        toldOnce = true;
        toldAt = nanos;
        String told = counts.entrySet().stream()
                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                .collect(Collectors.joining(", "));
        counts.clear();
        return told;
    }
}
