package retention.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;

/** Reads a whole body. */
final class Body {

    private Body() {}

    /** Blocks until all is there; throws RequestTooBigException as soon as it is known to be longer than {@code most}. */
    static byte[] read(HttpServerExchange exchange, int most) throws IOException {
        long length = exchange.getRequestContentLength();
        if (length < 0) {
            byte[] chunks = exchange.getInputStream().readNBytes(most + 1);
            refuse(chunks.length, most);
            return chunks;
        }
        refuse(length, most);
        byte[] body = new byte[(int) length];
        exchange.getInputStream().readNBytes(body, 0, body.length);
        return body;
    }

    private static void refuse(long length, int most) throws RequestTooBigException {
        if (length > most) {
            throw new RequestTooBigException(
                    "a customer may have " + most + " bytes; send many customers one per line as " + Answer.NDJSON);
        }
    }
}
