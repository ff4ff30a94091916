package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import retention.json.ProblemDetail;

/**
 * Knows the requests that run: once the server closes, new ones are refused and the running ones waited for. Before that it
 * may leave: it says that it is not ready, has each client connect anew, and answers as ever. Thread-safe.
 *
 * <p>Our own, because Undertow's GracefulShutdownHandler (2.4.4) only counts: an exchange that a read timeout ends while its
 * worker ends it, too, is taken off twice, the count turns negative, and from then on every request is refused.
 */
final class Running implements HttpHandler {

    /** Where load balancers ask whether to send more. */
    private static final String READY = "/health/ready";

    private final HttpHandler next;
    private final Set<HttpServerExchange> exchanges = ConcurrentHashMap.newKeySet();
    private volatile boolean leaving;
    private volatile boolean closing;

    Running(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchanges.add(exchange);
        exchange.addExchangeCompleteListener((ended, then) -> {
            end(ended);
            then.proceed();
        });
        if (closing || (leaving && exchange.getRequestPath().equals(READY))) {
            Answer.hangUp(exchange, ProblemDetail.closing());
            return;
        }
        if (leaving) {
            exchange.setPersistent(false);
        }
        next.handleRequest(exchange);
    }

    /** From now on it is not ready; whatever comes all the same is answered, and its connection closed. */
    void leave() {
        leaving = true;
    }

    /** Whether new requests should go elsewhere. */
    boolean left() {
        return leaving || closing;
    }

    /** How many requests run now. */
    int count() {
        return exchanges.size();
    }

    /** Refuses new requests from now on and waits for the running ones; gives back how many still run after that time. */
    int close(Duration most) throws InterruptedException {
        closing = true;
        long end = System.nanoTime() + most.toNanos();
        synchronized (exchanges) {
            while (!exchanges.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return exchanges.size();
                }
                TimeUnit.NANOSECONDS.timedWait(exchanges, left);
            }
        }
        return 0;
    }

    /** May be called twice for one exchange. */
    private void end(HttpServerExchange exchange) {
        exchanges.remove(exchange);
        if (closing) {
            synchronized (exchanges) {
                exchanges.notifyAll();
            }
        }
    }
}
