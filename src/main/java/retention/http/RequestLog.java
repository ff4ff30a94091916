package retention.http;

import io.undertow.server.HttpServerExchange;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.event.Level;
import retention.log.Entry;
import retention.log.Log;

/** Tells of requests in the log: never their address, query, headers or body, which may name a customer. Thread-safe. */
final class RequestLog {

    private static final String NAME = RequestLog.class.getName();
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int PROBLEM = 400;
    private static final int OURS = 500;
    private static final double MICROS_PER_MILLI = 1000.0;

    private final LoggedRequests logged;

    RequestLog(LoggedRequests logged) {
        this.logged = logged;
    }

    /** A stream may last as long as it likes. */
    boolean wants(int status, long nanos, boolean stream) {
        return switch (logged) {
            case NONE -> false;
            case PROBLEMS -> status >= PROBLEM || (nanos > SLOW_NANOS && !stream);
            case ALL -> true;
        };
    }

    void write(HttpServerExchange exchange, Call call, String route, int status, long nanos) {
        var more = new LinkedHashMap<String, Object>();
        more.put("method", RequestCounts.name(exchange.getRequestMethod()));
        more.put("route", route);
        more.put("status", status);
        more.put("millis", TimeUnit.NANOSECONDS.toMicros(nanos) / MICROS_PER_MILLI);
        if (exchange.getRequestContentLength() >= 0) {
            more.put("bytesIn", exchange.getRequestContentLength());
        }
        more.put("bytesOut", exchange.getResponseBytesSent());
        String key = call.key();
        if (key != null) {
            more.put("key", key);
        }
        Level level = status >= OURS ? Level.WARN : Level.INFO;
        Log.write(Entry.now(level, NAME, "request", call.trace.id(), more, null));
    }
}
