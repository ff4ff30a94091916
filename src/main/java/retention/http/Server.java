package retention.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.DateUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.Options;
import org.xnio.Xnio;
import retention.json.Json;

/** The running HTTP server. Thread-safe; whoever starts it closes it. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** Undertow cuts the connection at its own limit, without an answer; so it gets none. */
    private static final long UNLIMITED = -1;

    private static final int MILLIS_TO_STOP = 1000;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int MOST_HEADERS = 100;

    private final Undertow undertow;
    private final Running running;
    private final Lanes lanes;
    private final Limits limits;
    private final InetSocketAddress listening;
    private final String scheme;
    private final Following following;
    private volatile boolean stopped;

    private Server(Undertow undertow, Running running, Lanes lanes, Limits limits, String scheme, Following following) {
        this.undertow = undertow;
        this.lanes = lanes;
        this.running = running;
        this.limits = limits;
        this.listening = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        this.scheme = scheme;
        this.following = following;
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
        return start(host, port, limits, endpoints, Entrance.OPEN);
    }

    /** As {@link #start}, for those alone whom the entrance lets in. */
    public static Server start(String host, int port, Limits limits, Endpoints endpoints, Entrance entrance) {
        var lanes = Lanes.within(limits);
        var metrics = new Metrics(lanes);
        var refusals = new Refusals();
        var routes = new Routes(new Api(endpoints.counted(metrics), limits, lanes, metrics).routes());
        metrics.know(routes.paths());
        // from the outside in; all on I/O threads, lanes do the work
        HttpHandler answering = new Failures(new HttpContinueReadHandler(routes));
        var running = new Running(entrance.before(answering, routes, host, refusals));
        HttpHandler seen = seen(running, metrics, endpoints.observed());
        Undertow.Builder builder = within(limits).setHandler(entrance.outermost(seen));
        Undertow undertow = entrance.listener(builder, host, port).build();
        listen(undertow);
        Undertow.ListenerInfo listener = undertow.getListenerInfo().get(0);
        return new Server(undertow, running, lanes, limits, entrance.scheme(), entrance.follow(listener, refusals));
    }

    private static Undertow.Builder within(Limits limits) {
        int idle = Math.toIntExact(limits.idle().toMillis());
        int arrival = Math.toIntExact(limits.arrival().toMillis());
        return Undertow.builder()
                .setWorkerThreads(1) // all work has its lane
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, UNLIMITED)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, MILLIS_TO_STOP)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, arrival)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, idle)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LONGEST_HEAD)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MOST_HEADERS)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections()) // XNIO mixes both up
                .setSocketOption(Options.READ_TIMEOUT, idle)
                // closing a connection does not always wake the worker that waits to write to it; this ends its wait
                .setSocketOption(Options.WRITE_TIMEOUT, idle);
    }

    /** Whatever becomes of a request, it is seen; and how the server is, it says until it is gone. */
    private static HttpHandler seen(Running running, Metrics metrics, Observed observed) {
        var health = new Health(running::left, metrics.lanes.advice()::overloaded, observed.inService());
        return new Seen(new Framing(new AtOnce(running, health.routes())), metrics, observed.logged());
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
        return at(host.contains(":") ? "[" + host + "]" : host);
    }

    /** Where somebody on this machine reaches it; an address that stands for all is none. */
    public URI nearAddress() {
        return listening.getAddress().isAnyLocalAddress() ? at("localhost") : address();
    }

    private URI at(String host) {
        return URI.create(scheme + "://" + host + ":" + listening.getPort());
    }

    /** As {@link #close(Duration, Duration)} without a delay, as long as its limits say. */
    @Override
    public void close() {
        close(Duration.ZERO, limits.drain());
    }

    /**
     * Stops. A second call does nothing. An interrupt ends the waiting.
     *
     * @param delay how long it answers as ever at first but says that it is not ready, so that load balancers turn away
     * @param drain how long it then waits for running requests, while new ones are refused; what runs longer is cut off
     */
    public void close(Duration delay, Duration drain) {
        try {
            running.leave();
            if (!delay.isZero() && !stopped) {
                LOG.info("stopping: not ready any more; requests are refused in {} s", delay.toSeconds());
                Thread.sleep(delay.toMillis());
            }
            drain(drain);
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        stopped = true;
        undertow.stop();
        following.close();
        lanes.close();
    }

    private void drain(Duration most) throws InterruptedException {
        if (stopped) {
            return;
        }
        LOG.info("stopping: new requests are refused, {} running ones have {} s", running.count(), most.toSeconds());
        long begun = System.nanoTime();
        int left = running.close(most);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        if (left == 0) {
            LOG.info("stopped after {} ms, all requests were finished", millis);
        } else {
            LOG.warn("stopped after {} ms, {} requests ran longer and were cut off", millis, left);
        }
    }
}
