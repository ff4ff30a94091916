package retention.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.DateUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.Options;
import org.xnio.Xnio;
import retention.json.Json;

/** The running HTTP server. Thread-safe; whoever starts it closes it. */
public final class Server implements AutoCloseable {

    static {
        // Undertow logs through JBoss Logging, which finds SLF4J by itself only when the backend is Logback.
        if (System.getProperty("org.jboss.logging.provider") == null) {
            System.setProperty("org.jboss.logging.provider", "slf4j");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** How much of a refused body is read all the same, in multiples of the limit. */
    private static final long READ_ALL_THE_SAME = 64;

    /** Undertow cuts the connection at its own limit, without an answer; so it gets none. */
    private static final long UNLIMITED = -1;

    private static final int MILLIS_TO_STOP = 1000;

    private final Undertow undertow;
    private final Running running;
    private final Limits limits;
    private final InetSocketAddress listening;

    private Server(Undertow undertow, Running running, Limits limits) {
        this.undertow = undertow;
        this.running = running;
        this.limits = limits;
        this.listening = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    }

    /** Loads what the first start and the first answer would wait for; may run while rules are read. */
    @SuppressWarnings("JavaUtilDate") // what the server writes dates from
    public static void prepare() {
        Xnio.getInstance(); // finds out what the machine's network can do
        DateUtils.toDateString(new Date(0)); // each answer has a date; the names of days and months come from afar
        Json.write(Map.of());
    }

    /** Listens from now on; port 0 takes any free one. Throws UncheckedIOException when the address cannot be had. */
    public static Server start(String host, int port, Limits limits, Endpoints endpoints) {
        var running = new Running(answering(endpoints, limits));
        Undertow undertow =
                within(limits).addHttpListener(port, host).setHandler(running).build();
        listen(undertow);
        return new Server(undertow, running, limits);
    }

    private static Undertow.Builder within(Limits limits) {
        int idle = Math.toIntExact(limits.idle().toMillis());
        return Undertow.builder()
                .setWorkerThreads(limits.workers())
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, MILLIS_TO_STOP)
                .setSocketOption(Options.READ_TIMEOUT, idle)
                // closing a connection does not always wake the worker that waits to write to it; this ends its wait
                .setSocketOption(Options.WRITE_TIMEOUT, idle);
    }

    /** From the outside in: to a worker thread, tidy up, turn failures into problems, route. */
    private static HttpHandler answering(Endpoints endpoints, Limits limits) {
        HttpHandler routes = new HttpContinueReadHandler(routes(endpoints, limits));
        return new BlockingHandler(new Leftovers(new Failures(routes), limits.bodyBytes() * READ_ALL_THE_SAME));
    }

    private static Routes routes(Endpoints endpoints, Limits limits) {
        byte[] up = Json.write(Map.of("status", "up"));
        return new Routes(List.of(
                Route.post("/v1/advice", new AdviceHandler(endpoints, limits)),
                json("/v1/rules", endpoints.rules()),
                json("/v1/rules/revisions", endpoints.editing().revisions()),
                Route.post("/v1/rules/check", check(endpoints.editing())),
                Route.post("/v1/rules/rollback", rollback(endpoints.editing())),
                Route.get(
                        "/v1/schema",
                        e -> Answer.send(
                                e, Answer.SCHEMA, utf8(endpoints.schema().get()))),
                Route.get("/health/live", e -> Answer.send(e, Answer.JSON, up)),
                Route.get("/health/ready", e -> Answer.send(e, Answer.JSON, up))));
    }

    private static Route json(String path, Supplier<?> value) {
        return Route.get(path, e -> Answer.send(e, Answer.JSON, Json.write(value.get())));
    }

    private static HttpHandler check(Editing editing) {
        return new EditingHandler<>(
                Questions.Check.class, asked -> editing.check().apply(asked.sent()), new Turn(editing.patience()));
    }

    private static HttpHandler rollback(Editing editing) {
        return new EditingHandler<>(
                Questions.Rollback.class,
                asked -> editing.rollback().apply(asked.sent()),
                new Turn(editing.patience()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void listen(Undertow undertow) {
        try {
            undertow.start();
        } catch (RuntimeException failure) {
            undertow.stop(); // its threads already run
            if (failure.getCause() instanceof IOException taken) {
                throw new UncheckedIOException(taken);
            }
            throw failure;
        }
    }

    /** The port it listens on. */
    public int port() {
        return listening.getPort();
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080}. */
    public URI address() {
        String host = listening.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listening.getPort());
    }

    /** Refuses new requests, waits for the running ones within the limit, then stops. A second call does nothing. */
    @Override
    public void close() {
        try {
            if (!running.close(limits.drain())) {
                LOG.warn("some requests ran longer than {} and were cut off", limits.drain());
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        undertow.stop();
    }
}
