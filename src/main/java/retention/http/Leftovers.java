package retention.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Counts what is left of a body that was refused. Undertow reads it to its end, because most clients look at the answer only
 * after they sent everything; when too much is left this closes the connection instead.
 */
final class Leftovers extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final HttpServerExchange exchange;
    private long most;

    private Leftovers(StreamSourceConduit body, HttpServerExchange exchange, long most) {
        super(body);
        this.exchange = exchange;
        this.most = most;
    }

    /** Must be called before anything reads the body. */
    static void limit(HttpServerExchange exchange, long most) {
        exchange.addRequestWrapper((body, same) -> new Leftovers(body.create(), same, most));
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
        return counted(super.transferTo(position, atMost(count), to));
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel to) throws IOException {
        return counted(super.transferTo(atMost(count), through, to));
    }

    /** One transfer goes on for as long as the client sends. */
    private long atMost(long count) {
        return exchange.isResponseComplete() ? Math.min(count, most) : count;
    }

    private long counted(long bytes) throws IOException {
        if (exchange.isResponseComplete()) {
            most -= Math.max(0, bytes);
            if (most <= 0) {
                IoUtils.safeClose(exchange.getConnection());
                throw new IOException("too much is left of a refused body");
            }
        }
        return bytes;
    }
}
