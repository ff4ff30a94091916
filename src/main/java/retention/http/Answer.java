package retention.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final String SECONDS_TO_WAIT = "5";

    private Answer() {}

    /** Sends what was asked for; blocks until it is sent. */
    static void send(HttpServerExchange exchange, String type, byte[] body) throws IOException {
        head(exchange, type, body);
        try (OutputStream out = exchange.getOutputStream()) {
            out.write(body); // Undertow's sender would first wait for the rest of the request
        }
    }

    /** Sends a problem with its status; blocks until it is sent. */
    static void problem(HttpServerExchange exchange, ProblemDetail problem) throws IOException {
        status(exchange, problem);
        send(exchange, PROBLEM, Json.write(problem));
    }

    /** Sends a problem and hangs up; does not block, so an I/O thread may call it. */
    static void hangUp(HttpServerExchange exchange, ProblemDetail problem) {
        byte[] body = Json.write(problem);
        status(exchange, problem);
        head(exchange, PROBLEM, body);
        exchange.setPersistent(false);
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }

    private static void status(HttpServerExchange exchange, ProblemDetail problem) {
        exchange.setStatusCode(problem.status());
        if (problem.passing()) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SECONDS_TO_WAIT);
        }
    }

    private static void head(HttpServerExchange exchange, String type, byte[] body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.setResponseContentLength(body.length);
    }
}
