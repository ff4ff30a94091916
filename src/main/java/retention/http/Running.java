package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import retention.json.ProblemDetail;

/**
 * Knows the requests that run: once the server closes, new ones are refused and the running ones waited for. Thread-safe.
 *
 * <p>Our own, because Undertow's GracefulShutdownHandler (2.4.4) only counts: an exchange that a read timeout ends while its
 * worker ends it, too, is taken off twice, the count turns negative, and from then on every request is refused.
 */
final class Running implements HttpHandler {

    private final HttpHandler next;
    private final Set<HttpServerExchange> exchanges = ConcurrentHashMap.newKeySet();
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
        if (closing) {
            Answer.hangUp(exchange, ProblemDetail.closing());
        } else {
            next.handleRequest(exchange);
        }
    }

    /** Refuses new requests from now on and waits for the running ones; false when some still run after that time. */
    boolean close(Duration most) throws InterruptedException {
        closing = true;
        long end = System.nanoTime() + most.toNanos();
        synchronized (exchanges) {
            while (!exchanges.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(exchanges, left);
            }
        }
        return true;
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
