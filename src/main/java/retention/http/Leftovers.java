package retention.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * What is left of a body that was refused. Undertow reads it to its end, because most clients look at the answer only after
 * they sent everything; when it is too much or takes too long, this closes the connection instead.
 */
final class Leftovers extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private static final long MOST_BYTES = 16L << 20;
    private final HttpServerExchange exchange;
    private long left = MOST_BYTES;

    private Leftovers(StreamSourceConduit body, HttpServerExchange exchange) {
        super(body);
        this.exchange = exchange;
    }

    /** To be called before a refusal is sent. */
    static void limit(HttpServerExchange exchange) {
        if (exchange.isRequestComplete()) {
            return;
        }
        if (exchange.getRequestContentLength() >= MOST_BYTES) {
            exchange.setPersistent(false); // it will be cut off, and nobody is to ask anything more where it came from
        }
        if (exchange.isRequestChannelAvailable()) {
            exchange.addRequestWrapper((body, same) -> new Leftovers(body.create(), same));
        }
        exchange.getIoThread().executeAfter(() -> cut(exchange), Body.arrivalMillis(exchange), TimeUnit.MILLISECONDS);
    }

    /** Closes the connection if the body has not ended yet. */
    static void cut(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete()) {
            IoUtils.safeClose(exchange.getConnection());
            exchange.endExchange(); // or a closing server would wait for it
        }
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return (int) counted(super.read(to));
    }

    @Override
    public long read(ByteBuffer[] to, int from, int length) throws IOException {
        return counted(super.read(to, from, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel to) throws IOException {
        return counted(super.transferTo(position, Math.min(count, left), to));
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel to) throws IOException {
        return counted(super.transferTo(Math.min(count, left), through, to));
    }

    private long counted(long bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left <= 0) {
            IoUtils.safeClose(exchange.getConnection());
            throw new IOException("too much is left of a refused body");
        }
        return bytes;
    }
}
