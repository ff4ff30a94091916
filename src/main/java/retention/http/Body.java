package retention.http;

import io.undertow.UndertowOptions;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;
import retention.json.ProblemDetail;

/**
 * Collects one whole body on the I/O thread as it arrives, so that a slow client holds no worker. Memory grows with what has
 * arrived, not with what was announced.
 */
final class Body implements HttpHandler {

    private static final int FIRST = 8 * 1024;

    /** Closing at once could take the answer away from a client that still sends. */
    private static final long MILLIS_TO_READ_THE_ANSWER = 500;

    private final StreamSourceChannel channel;
    private final int most;
    private final String tooLong;
    private final Reader reader;
    private ByteBuffer read;
    private XnioExecutor.@Nullable Key deadline;

    /** Goes on with a body that is complete. */
    @FunctionalInterface
    interface Reader {
        /** The body is the first so many bytes of the array. Must not block. */
        void read(HttpServerExchange exchange, byte[] body, int length) throws Exception;
    }

    private Body(HttpServerExchange exchange, int most, String tooLong, Reader reader) {
        this.channel = Objects.requireNonNull(exchange.getRequestChannel());
        this.most = most;
        this.tooLong = tooLong;
        this.reader = reader;
        long announced = exchange.getRequestContentLength();
        this.read = ByteBuffer.allocate(announced < 0 || announced > FIRST ? FIRST : (int) announced + 1);
    }

    /** The media type in small letters, without parameters; empty when there is none, or for another encoding than UTF-8. */
    static String type(HttpServerExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (header == null) {
            return "";
        }
        int parameters = header.indexOf(';');
        if (parameters < 0) {
            return header.strip().toLowerCase(Locale.ROOT);
        }
        String charset = Headers.extractQuotedValueFromHeader(header, "charset");
        return charset != null && !charset.equalsIgnoreCase("utf-8")
                ? ""
                : header.substring(0, parameters).strip().toLowerCase(Locale.ROOT);
    }

    /** Does not block; throws RequestTooBigException with these words for a body that is announced to be longer. */
    static void receive(HttpServerExchange exchange, int most, String tooLong, Reader reader) throws Exception {
        refuse(exchange.getRequestContentLength(), most, tooLong);
        new Body(exchange, most, tooLong, reader).handleRequest(exchange);
    }

    /** Takes what is there, and comes back for the rest. */
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (complete()) {
            forgetDeadline();
            reader.read(exchange, read.array(), read.position());
            return;
        }
        if (deadline == null) {
            deadline = exchange.getIoThread()
                    .executeAfter(() -> late(exchange), arrivalMillis(exchange), TimeUnit.MILLISECONDS);
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

    private boolean complete() throws IOException {
        int bytes = 0;
        while (bytes >= 0) {
            if (!read.hasRemaining()) {
                read = ByteBuffer.wrap(Arrays.copyOf(read.array(), Math.min(2 * read.capacity(), most + 1)))
                        .position(read.position());
            }
            bytes = channel.read(read);
            refuse(read.position(), most, tooLong);
            if (bytes == 0) {
                return false;
            }
        }
        return true;
    }

    private static void refuse(long length, int most, String tooLong) throws RequestTooBigException {
        if (length > most) {
            throw new RequestTooBigException(tooLong);
        }
    }

    private void forgetDeadline() {
        if (deadline != null) {
            deadline.remove();
        }
    }

    /** How long a body may take to arrive: as long as a head. */
    static int arrivalMillis(HttpServerExchange exchange) {
        return exchange.getConnection().getUndertowOptions().get(UndertowOptions.REQUEST_PARSE_TIMEOUT, 0);
    }

    /** Runs on the I/O thread, as all that reads the body does. */
    private static void late(HttpServerExchange exchange) {
        if (exchange.isRequestComplete() || exchange.isComplete()) {
            return; // it is being answered, or the client went away
        }
        exchange.getIoThread()
                .executeAfter(() -> Leftovers.cut(exchange), MILLIS_TO_READ_THE_ANSWER, TimeUnit.MILLISECONDS);
        if (!exchange.isResponseStarted()) {
            Answer.hangUp(
                    exchange,
                    ProblemDetail.tooSlow("the body must arrive within " + arrivalMillis(exchange) + " milliseconds"));
        }
    }
}
