package retention.http;

import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the requests of one route. Thread-safe, without locks. */
final class RequestCounts {

    /** Whatever else a caller makes up is one of "other", so that nobody can fill our memory with names. */
    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "other");

    static final int LEAST_STATUS = 100;
    static final int STATUSES = 500;

    private static final int OTHER = METHODS.size() - 1;

    final String route;
    final Latencies latencies = new Latencies();
    private final AtomicReferenceArray<@Nullable LongAdder> counts =
            new AtomicReferenceArray<>(METHODS.size() * STATUSES);

    RequestCounts(String route) {
        this.route = route;
    }

    void add(HttpString method, int status, long nanos) {
        int place = method(method) * STATUSES + Math.floorMod(status - LEAST_STATUS, STATUSES);
        LongAdder count = counts.get(place);
        if (count == null) {
            counts.compareAndSet(place, null, new LongAdder());
            count = counts.get(place);
        }
        if (count != null) {
            count.increment();
        }
        latencies.add(nanos);
    }

    /** How many there were of a method, by its place in the list, and a status. */
    long count(int method, int status) {
        LongAdder count = counts.get(method * STATUSES + status - LEAST_STATUS);
        return count == null ? 0 : count.sum();
    }

    static String name(HttpString method) {
        return METHODS.get(method(method));
    }

    private static int method(HttpString method) {
        if (method.equals(Methods.POST)) {
            return 2;
        }
        if (method.equals(Methods.GET)) {
            return 0;
        }
        return method.equals(Methods.HEAD) ? 1 : OTHER;
    }
}
