package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import retention.json.ProblemDetail;

/**
 * For a server without keys, which trusts whoever is on this machine: refuses what was meant for a host of another name. A
 * page that somebody here looks at may have its own name point to this machine, and its browser would then let it read
 * everything; the header Host still tells that name. Does not block.
 */
final class OnlyLocal implements HttpHandler {

    private final HttpHandler next;
    private final Set<String> names;

    /** {@code host} is how this server was told to listen. */
    OnlyLocal(HttpHandler next, String host) {
        this.next = next;
        String told = host.toLowerCase(Locale.ROOT);
        this.names = Set.copyOf(List.of("localhost", "[::1]", told, "[" + told + "]"));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderValues hosts = exchange.getRequestHeaders().get(Headers.HOST);
        if (hosts == null || (hosts.size() == 1 && local(hosts.getFirst()))) { // browsers always send one
            next.handleRequest(exchange);
        } else {
            Answer.problem(exchange, ProblemDetail.wrongHost());
        }
    }

    private boolean local(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        return names.contains(name) || loopback(name);
    }

    /** Whether it is 127. and three numbers; a name such as 127.0.0.1.example.com is none. */
    private static boolean loopback(String name) {
        return name.startsWith("127.") && name.chars().allMatch(one -> one == '.' || (one >= '0' && one <= '9'));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
