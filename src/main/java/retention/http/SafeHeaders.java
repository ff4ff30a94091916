package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * Gives every answer the headers that keep browsers from making more of it than it is: no guessing of types, no copies on
 * disks, no frames, scripts or other pages that read along. A handler behind it may set others.
 */
final class SafeHeaders implements HttpHandler {

    private static final HttpString REFERRER = new HttpString("Referrer-Policy");
    private static final HttpString CONTENT = new HttpString("Content-Security-Policy");
    private static final HttpString RESOURCE = new HttpString("Cross-Origin-Resource-Policy");
    private static final String ONE_YEAR = "max-age=31536000";

    private final HttpHandler next;
    private final boolean tls;

    SafeHeaders(HttpHandler next, boolean tls) {
        this.next = next;
        this.tls = tls;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(REFERRER, "no-referrer");
        headers.put(CONTENT, "default-src 'none'; frame-ancestors 'none'");
        headers.put(RESOURCE, "same-origin");
        if (tls) {
            headers.put(Headers.STRICT_TRANSPORT_SECURITY, ONE_YEAR);
        }
        next.handleRequest(exchange);
    }
}
