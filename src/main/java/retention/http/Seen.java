package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;

/** Lets every request be found again: gives it a trace, counts it, and logs it when the operator wants that. */
final class Seen implements HttpHandler {

    private static final HttpString TRACEPARENT = HttpString.tryFromString("traceparent");

    /** Whoever hangs up before the answer began got no status; this number is what others write then, too. */
    private static final int GONE = 499;

    private final HttpHandler next;
    private final Metrics metrics;
    private final RequestLog log;

    Seen(HttpHandler next, Metrics metrics, LoggedRequests logged) {
        this.next = next;
        this.metrics = metrics;
        this.log = new RequestLog(logged);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderValues sent = exchange.getRequestHeaders().get(TRACEPARENT);
        Trace trace = Trace.of(sent != null && sent.size() == 1 ? sent.getFirst() : null);
        metrics.inFlight.increment();
        Call.begin(exchange, trace, this);
        exchange.getResponseHeaders().put(TRACEPARENT, trace.header());
        next.handleRequest(exchange);
    }

    void ended(HttpServerExchange exchange, Call call, long nanos) {
        metrics.inFlight.decrement();
        int status = exchange.isResponseStarted() ? exchange.getStatusCode() : GONE;
        RequestCounts route = metrics.route(exchange);
        route.add(exchange.getRequestMethod(), status, nanos);
        if (log.wants(status, nanos, metrics.isStream(route))) {
            log.write(exchange, call, route.route, status, nanos);
        }
    }
}
