package retention.http;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by a code. Counting takes no lock and, but for the first of each code, no memory. Thread-safe. */
final class Tally {

    private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String code) {
        add(code, 1);
    }

    void add(String code, long more) {
        LongAdder count = counts.get(code);
        if (count == null) {
            count = counts.computeIfAbsent(code, first -> new LongAdder());
        }
        count.add(more);
    }

    /** What was counted, by the alphabet. */
    Map<String, Long> counts() {
        var now = new TreeMap<String, Long>();
        counts.forEach((code, count) -> now.put(code, count.sum()));
        return now;
    }

    /** Forgets all codes but these, and begins with these at zero. */
    void keep(Collection<String> codes) {
        counts.keySet().retainAll(codes);
        codes.forEach(code -> add(code, 0));
    }
}
