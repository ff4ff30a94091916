package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Protocols;
import org.jspecify.annotations.Nullable;
import retention.json.ProblemDetail;

/**
 * Refuses heads that leave it open where the body ends or what it is, and hangs up: a proxy before us could understand them
 * in another way. Undertow refuses most of them itself; these it takes (2.4.4). See RFC 9112, section 6.
 */
final class Framing implements HttpHandler {

    private static final int MOST_DIGITS = 18;

    private final HttpHandler next;

    Framing(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String wrong = wrong(exchange);
        if (wrong == null) {
            if (exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
                exchange.addRequestWrapper((body, same) -> new ChunkedBody(body.create()));
            }
            next.handleRequest(exchange);
        } else {
            exchange.getRequestHeaders().remove(Headers.CONTENT_LENGTH); // nothing may ask for it any more
            Answer.hangUp(exchange, ProblemDetail.badHead(wrong));
        }
    }

    private static @Nullable String wrong(HttpServerExchange exchange) {
        HeaderMap head = exchange.getRequestHeaders();
        String length = head.getFirst(Headers.CONTENT_LENGTH);
        if (length != null && !number(length)) {
            return "Content-Length is not a possible number of bytes";
        }
        String coding = head.getFirst(Headers.TRANSFER_ENCODING);
        boolean modern = exchange.getProtocol().equals(Protocols.HTTP_1_1);
        if (coding != null && !(modern && coding.equalsIgnoreCase("chunked"))) {
            return "Transfer-Encoding must be chunked, with HTTP/1.1";
        }
        HeaderValues types = head.get(Headers.CONTENT_TYPE);
        return types != null && types.size() > 1 ? "Content-Type stands twice" : null;
    }

    private static boolean number(String length) {
        boolean digits = !length.isEmpty() && length.length() <= MOST_DIGITS;
        for (int i = 0; digits && i < length.length(); i++) {
            digits = length.charAt(i) >= '0' && length.charAt(i) <= '9';
        }
        return digits;
    }
}
