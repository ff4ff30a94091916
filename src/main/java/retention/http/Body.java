package retention.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;
import org.xnio.channels.StreamSourceChannel;

/**
 * Collects one whole body on the I/O thread as it arrives, so that a slow client holds no worker; hands it to a worker when
 * it is complete.
 */
final class Body implements HttpHandler {

    private final StreamSourceChannel channel;
    private final int most;
    private final Reader reader;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final WritableByteChannel sink = Channels.newChannel(read);

    /** Answers a body that is complete. */
    @FunctionalInterface
    interface Reader {
        /** Runs on a worker thread. */
        void read(HttpServerExchange exchange, byte[] body) throws Exception;
    }

    private Body(StreamSourceChannel channel, int most, Reader reader) {
        this.channel = channel;
        this.most = most;
        this.reader = reader;
    }

    /** Does not block; throws RequestTooBigException when the body is known to be longer than {@code most}. */
    static void receive(HttpServerExchange exchange, int most, Reader reader) throws IOException {
        refuse(exchange.getRequestContentLength(), most);
        StreamSourceChannel channel = Objects.requireNonNull(exchange.getRequestChannel());
        new Body(channel, most, reader).handleRequest(exchange);
    }

    /** Takes what is there, and comes back for the rest. */
    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        if (complete(exchange)) {
            byte[] body = read.toByteArray();
            exchange.dispatch(new Failures(e -> reader.read(e, body)));
            return;
        }
        channel.getReadSetter().set(readable -> resume(exchange));
        channel.resumeReads();
    }

    private void resume(HttpServerExchange exchange) {
        channel.suspendReads();
        if (!exchange.isResponseStarted()) { // it may have been refused for being late
            Connectors.executeRootHandler(new Failures(this), exchange);
        }
    }

    private boolean complete(HttpServerExchange exchange) throws IOException {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            int bytes = channel.read(buffer);
            while (bytes > 0) {
                sink.write(buffer.flip());
                refuse(read.size(), most);
                bytes = channel.read(buffer.clear());
            }
            return bytes < 0;
        }
    }

    private static void refuse(long length, int most) throws RequestTooBigException {
        if (length > most) {
            throw new RequestTooBigException(
                    "a customer may have " + most + " bytes; send many customers one per line as " + Answer.NDJSON);
        }
    }
}
