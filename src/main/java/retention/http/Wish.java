package retention.http;

import io.undertow.server.HttpServerExchange;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;
import retention.json.DidYouMean;

/**
 * What the address of a question for advice asks besides.
 *
 * @param action the one action to explain; null for all
 * @param whatIf whether to look for what would change it
 */
record Wish(@Nullable String action, boolean whatIf) {

    private static final List<String> KNOWN = List.of("explain", "action", "whatIf");

    /** Null when no explanation is wanted. Throws BadRequest for what is not understood. */
    static @Nullable Wish of(HttpServerExchange exchange) {
        if (exchange.getQueryString().isEmpty()) {
            return null;
        }
        exchange.getQueryParameters().keySet().forEach(Wish::refuseMisspelt);
        String explain = value(exchange, "explain");
        String action = value(exchange, "action");
        String whatIf = value(exchange, "whatIf");
        only("explain", explain, List.of("full"));
        only("whatIf", whatIf, List.of("true", "false"));
        if (explain == null && action == null && whatIf == null) {
            return null;
        }
        if (explain == null) {
            throw new BadRequest("explain", "is missing: action and whatIf go with explain=full");
        }
        if ("true".equals(whatIf) && action == null) {
            throw new BadRequest("action", "is missing: whatIf=true needs the code of one action");
        }
        return new Wish(action, "true".equals(whatIf));
    }

    /** What has nothing to do with us is nobody's mistake. */
    private static void refuseMisspelt(String name) {
        if (!KNOWN.contains(name) && DidYouMean.nearest(name, KNOWN).isPresent()) {
            throw new BadRequest(name, "cannot be asked here" + DidYouMean.hint(name, KNOWN));
        }
    }

    private static void only(String name, @Nullable String given, List<String> known) {
        if (given != null && !known.contains(given)) {
            throw new BadRequest(name, "must be " + String.join(" or ", known) + DidYouMean.hint(given, known));
        }
    }

    private static @Nullable String value(HttpServerExchange exchange, String name) {
        Deque<String> given = exchange.getQueryParameters().get(name);
        if (given != null && given.size() > 1) {
            throw new BadRequest(name, "stands twice");
        }
        return given == null ? null : given.getFirst();
    }
}
