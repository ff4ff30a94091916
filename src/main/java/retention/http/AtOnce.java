package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers some paths before all others, whatever the workers do; a method that they do not have is left to the others. */
final class AtOnce implements HttpHandler {

    private final HttpHandler next;
    private final Map<String, Route> routes;

    AtOnce(HttpHandler next, List<Route> routes) {
        this.next = next;
        this.routes = routes.stream().collect(Collectors.toUnmodifiableMap(Route::path, route -> route));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Route route = routes.get(exchange.getRequestPath());
        if (route != null && route.methods().contains(exchange.getRequestMethod())) {
            route.handler().handleRequest(exchange);
        } else {
            next.handleRequest(exchange);
        }
    }
}
