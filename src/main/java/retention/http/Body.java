package retention.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Locale;

/** Reads a whole body. */
final class Body {

    private Body() {}

    /** The media type in small letters, without parameters; empty when there is none. */
    static String type(HttpServerExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (header == null) {
            return "";
        }
        int parameters = header.indexOf(';');
        String type = parameters < 0 ? header : header.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    /** Blocks until all is there; throws RequestTooBigException with these words as soon as it is known to be longer. */
    static byte[] read(HttpServerExchange exchange, int most, String tooLong) throws IOException {
        long length = exchange.getRequestContentLength();
        if (length < 0) {
            byte[] chunks = exchange.getInputStream().readNBytes(most + 1);
            refuse(chunks.length, most, tooLong);
            return chunks;
        }
        refuse(length, most, tooLong);
        byte[] body = new byte[(int) length];
        exchange.getInputStream().readNBytes(body, 0, body.length);
        return body;
    }

    private static void refuse(long length, int most, String tooLong) throws RequestTooBigException {
        if (length > most) {
            throw new RequestTooBigException(tooLong);
        }
    }
}
