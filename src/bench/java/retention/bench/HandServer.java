package retention.bench;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.xnio.Options;
import retention.http.Limits;

/**
 * What the advisor's endpoint is compared with, behind Undertow as the advisor sets it up: {@code constant} reads the body
 * and always gives the same answer; {@code hand} answers with {@link HandJson} on as many threads as the advisor has for
 * single customers; {@code hand-io} does so on the threads that read, which is the fastest, and no server that must stay
 * in time.
 */
final class HandServer {

    private static final byte[] CONSTANT =
            "{\"id\":\"1\",\"trust\":64,\"satisfaction\":39,\"switchingCost\":35,\"actions\":[]}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final ThreadLocal<HandJson> HAND = ThreadLocal.withInitial(HandJson::new);

    private HandServer() {}

    /** The argument is what to answer. */
    public static void main(String[] arguments) {
        Limits limits = Limits.defaults();
        int idle = Math.toIntExact(limits.idle().toMillis());
        Undertow undertow = Undertow.builder()
                .setWorkerThreads(1)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, idle)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections())
                .setSocketOption(Options.READ_TIMEOUT, idle)
                .setSocketOption(Options.WRITE_TIMEOUT, idle)
                .addHttpListener(0, "127.0.0.1")
                .setHandler(handler(arguments[0], Executors.newFixedThreadPool(limits.workers())))
                .build();
        undertow.start();
        var address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        System.out.println("Listening on http://127.0.0.1:" + address.getPort());
    }

    private static HttpHandler handler(String what, ExecutorService workers) {
        return switch (what) {
            case "constant" ->
                exchange -> exchange.getRequestReceiver().receiveFullBytes((e, body) -> send(e, CONSTANT));
            case "hand" ->
                exchange -> exchange.getRequestReceiver()
                        .receiveFullBytes((e, body) -> e.dispatch(workers, () -> answer(e, body)));
            case "hand-io" ->
                exchange -> exchange.getRequestReceiver()
                        .receiveFullBytes((e, body) -> send(e, HAND.get().answer(body)));
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** As the advisor does: found by a worker, sent by the thread that reads. */
    private static void answer(HttpServerExchange exchange, byte[] body) {
        byte[] json = HAND.get().answer(body);
        exchange.dispatch(exchange.getIoThread(), () -> send(exchange, json));
    }

    private static void send(HttpServerExchange exchange, byte[] json) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(json));
    }
}
