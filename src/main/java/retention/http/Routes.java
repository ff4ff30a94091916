package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.json.ProblemDetail;

/** Finds who answers, and says what there is when nobody does. */
final class Routes implements HttpHandler {

    private final Map<String, Route> routes = new LinkedHashMap<>();

    Routes(List<Route> routes) {
        routes.forEach(route -> this.routes.put(route.path(), route));
    }

    /** The paths that there are. */
    Set<String> paths() {
        return routes.keySet();
    }

    /** The route that answers this; null when there is none. */
    @Nullable
    Route at(HttpServerExchange exchange) {
        return routes.get(exchange.getRequestPath());
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Route route = at(exchange);
        if (route == null) {
            Answer.problem(exchange, ProblemDetail.noSuchPath(routes.keySet()));
            return;
        }
        if (!route.methods().contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().put(Headers.ALLOW, route.allowed());
            Answer.problem(exchange, ProblemDetail.wrongMethod(route.allowed()));
            return;
        }
        route.handler().handleRequest(exchange);
    }
}
