package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retention.json.ProblemDetail;

/**
 * Lets through who has a key with the scope that the route asks for. Whatever is not a route that says it is open needs a
 * key, paths that do not exist, too: a route that somebody forgets to protect is shut and not open. Which paths exist is no
 * secret, they stand in the public document; whoever has a key is told them on a miss as before. Does not block; the body is
 * not looked at.
 */
final class Access implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final String BEARER = "Bearer ";

    private final HttpHandler next;
    private final Routes routes;
    private final ApiKeys keys;
    private final Refusals refusals;

    Access(HttpHandler next, Routes routes, ApiKeys keys, Refusals refusals) {
        this.next = next;
        this.routes = routes;
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Route route = routes.at(exchange);
        if (route != null && route.scope() == null) {
            next.handleRequest(exchange);
            return;
        }
        String shown = shown(exchange);
        ApiKey key = shown == null ? null : keys.find(shown);
        if (key == null) {
            refuse(exchange, shown == null ? "no key" : "unknown key", "Bearer", ProblemDetail.noKey());
        } else if (route != null && route.scope() != null && !key.scopes().contains(route.scope())) {
            String scope = route.scope().word();
            refuse(
                    exchange,
                    "key of " + key.name() + " without " + scope,
                    challenge(scope),
                    ProblemDetail.noScope(scope));
        } else {
            Call.shown(exchange, key.name());
            note(route, key);
            next.handleRequest(exchange);
        }
    }

    /** Null unless there is exactly one header that shows a key. */
    private static @Nullable String shown(HttpServerExchange exchange) {
        HeaderValues headers = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
        if (headers == null || headers.size() != 1) {
            return null;
        }
        String header = headers.getFirst();
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** Who changes rules is known afterwards. */
    private static void note(@Nullable Route route, ApiKey key) {
        if (route != null && route.scope() == Scope.CHANGE_RULES) {
            LOG.info("{} by the key of {}", route.path(), key.name());
        }
    }

    private static String challenge(String scope) {
        return "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"";
    }

    /** An ended key is an unknown one: the answer never tells how near somebody came. */
    private void refuse(HttpServerExchange exchange, String why, String challenge, ProblemDetail problem) {
        refusals.add(exchange.getSourceAddress().getAddress().getHostAddress(), why);
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, challenge);
        Answer.problem(exchange, problem);
    }
}
