package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.xnio.IoUtils;

/**
 * Reads what is left of a body that was refused, because most clients look at the answer only after they sent everything;
 * when too much is left it closes the connection instead. Runs on a worker thread.
 */
final class Leftovers implements HttpHandler {

    private final HttpHandler next;
    private final long most;

    Leftovers(HttpHandler next, long most) {
        this.next = next;
        this.most = most;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        next.handleRequest(exchange);
        try {
            if (!exchange.isRequestComplete() && exchange.getInputStream().skip(most) == most) {
                IoUtils.safeClose(exchange.getConnection());
            }
        } catch (IOException gone) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
