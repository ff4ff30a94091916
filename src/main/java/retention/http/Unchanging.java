package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retention.json.Hash;

/**
 * A file that stays as it is for as long as the server runs: it is made when somebody first asks for it, and whoever has it
 * already is not sent it again. Thread-safe.
 */
final class Unchanging implements HttpHandler {

    private static final HttpString POLICY = new HttpString("Content-Security-Policy");

    /** Files of this server and pictures in its style sheets; no script or style inside a page, nothing from elsewhere. */
    private static final String OWN_FILES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String type;
    private final Supplier<byte[]> make;
    private final Lane lane;
    private volatile @Nullable Made made;

    Unchanging(String type, Supplier<byte[]> make, Lane lane) {
        this.type = type;
        this.make = make;
        this.lane = lane;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Made there = made;
        if (there == null) {
            lane.take(exchange, worker -> answer(worker, first()));
        } else {
            answer(exchange, there);
        }
    }

    private synchronized Made first() {
        Made there = made;
        if (there == null) {
            byte[] bytes = make.get();
            there = new Made(bytes, new ETag(false, Hash.of(bytes)));
            made = there;
        }
        return there;
    }

    private void answer(HttpServerExchange exchange, Made there) {
        exchange.getResponseHeaders()
                .put(POLICY, OWN_FILES)
                .put(Headers.CACHE_CONTROL, "no-cache") // may be kept, and is asked for again after an upgrade
                .put(Headers.ETAG, there.tag.toString());
        if (ETagUtils.handleIfNoneMatch(exchange, there.tag, true)) {
            Answer.send(exchange, type, there.bytes);
        } else {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares it
    private record Made(byte[] bytes, ETag tag) {}
}
