package retention.http;

import io.undertow.server.HttpServerExchange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import retention.advice.Advice;
import retention.facts.Customer;

/** All that is counted. Plain numbers until somebody asks for them. Thread-safe, without locks. */
final class Metrics {

    static final String ADVICE = "/v1/advice";

    final LongAdder inFlight = new LongAdder();
    final AdviceCounts advice = new AdviceCounts();
    final Lanes lanes;
    final Tally streamLines = new Tally();

    /** Streams last as long as the caller likes, so they are kept apart from single requests. */
    private final RequestCounts streams = new RequestCounts(ADVICE + " (stream)");

    private final RequestCounts other = new RequestCounts("other");
    private volatile Map<String, RequestCounts> routes = Map.of();

    Metrics(Lanes lanes) {
        this.lanes = lanes;
        answered(0);
        refused(0);
    }

    /** Says which paths there are; requests for all else are counted as one. */
    void know(Collection<String> paths) {
        routes = paths.stream().collect(Collectors.toUnmodifiableMap(path -> path, RequestCounts::new));
    }

    /** Where a request is counted. */
    RequestCounts route(HttpServerExchange exchange) {
        RequestCounts route = routes.get(exchange.getRequestPath());
        if (route == null) {
            return other;
        }
        return route.route.equals(ADVICE) && Body.type(exchange).equals(Answer.NDJSON) ? streams : route;
    }

    boolean isStream(RequestCounts route) {
        return route == streams;
    }

    /** All places where requests are counted. */
    List<RequestCounts> all() {
        return Stream.concat(routes.values().stream(), Stream.of(streams, other))
                .toList();
    }

    /** So many lines of a stream got advice. */
    void answered(int lines) {
        streamLines.add("answered", lines);
    }

    /** So many lines of a stream got a problem. */
    void refused(int lines) {
        streamLines.add("refused", lines);
    }

    /** The same function, with its advice counted. */
    Function<Customer, Advice> counting(Function<Customer, Advice> advise) {
        return customer -> {
            Advice given = advise.apply(customer);
            advice.add(given);
            return given;
        };
    }
}
