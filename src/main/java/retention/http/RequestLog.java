package retention.http;

import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells of requests in the log: never their address, query, headers or body, which may name a customer. Thread-safe. */
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
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
        LoggingEventBuilder entry = LOG.atLevel(status >= OURS ? Level.WARN : Level.INFO)
                .addKeyValue("method", RequestCounts.name(exchange.getRequestMethod()))
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMicros(nanos) / MICROS_PER_MILLI);
        if (exchange.getRequestContentLength() >= 0) {
            entry = entry.addKeyValue("bytesIn", exchange.getRequestContentLength());
        }
        entry = entry.addKeyValue("bytesOut", exchange.getResponseBytesSent());
        String key = call.key();
        if (key != null) {
            entry = entry.addKeyValue("key", key);
        }
        entry.addKeyValue("trace", call.trace.id()).log("request");
    }
}
