package retention.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import retention.json.Json;
import retention.json.ProblemDetail;

/** Sends an answer that is complete: its length is known. */
final class Answer {

    /** One value as JSON. */
    static final String JSON = "application/json";

    /** One value per line. */
    static final String NDJSON = "application/x-ndjson";

    /** A JSON Schema. */
    static final String SCHEMA = "application/schema+json";

    private static final String PROBLEM = "application/problem+json";
    private static final String SECONDS_TO_WAIT = "1";

    private Answer() {}

    /**
     * Sends what was asked for; does not block, so an I/O thread may call it. It always goes out by the connection's I/O
     * thread: where another thread ends an exchange, Undertow (2.4.4) has the I/O thread spin until that one has said so, for
     * a whole share of the processor if both are on the same. A handler does nothing after it.
     */
    static void send(HttpServerExchange exchange, String type, byte[] body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.setResponseContentLength(body.length);
        if (exchange.isInIoThread()) {
            exchange.getResponseSender().send(ByteBuffer.wrap(body));
        } else {
            exchange.dispatch(
                    exchange.getIoThread(),
                    (HttpServerExchange same) -> same.getResponseSender().send(ByteBuffer.wrap(body)));
        }
    }

    /** Sends a problem with its status; does not block either. */
    static void problem(HttpServerExchange exchange, ProblemDetail problem) {
        exchange.setStatusCode(problem.status());
        if (problem.passing()) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        Leftovers.limit(exchange);
        send(exchange, PROBLEM, Json.write(problem.traced(Call.trace(exchange))));
    }

    /** Sends a problem and takes no more requests from this connection. */
    static void hangUp(HttpServerExchange exchange, ProblemDetail problem) {
        exchange.setPersistent(false);
        problem(exchange, problem);
    }
}
