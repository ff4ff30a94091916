package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import retention.json.ProblemDetail;

/** Gives every body a time to arrive in, however it trickles, and hangs up on one that does not. */
final class Deadline implements HttpHandler {

    private static final AttachmentKey<XnioExecutor.Key> TIMER = AttachmentKey.create(XnioExecutor.Key.class);

    /** Closing at once could take the answer away from a client that still sends. */
    private static final long MILLIS_TO_READ_THE_ANSWER = 500;

    private final HttpHandler next;
    private final Duration arrival;

    Deadline(HttpHandler next, Duration arrival) {
        this.next = next;
        this.arrival = arrival;
    }

    /** Lets the body take as long as it wants. */
    static void lift(HttpServerExchange exchange) {
        XnioExecutor.Key timer = exchange.removeAttachment(TIMER);
        if (timer != null) {
            timer.remove();
        }
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.isRequestComplete()) {
            start(exchange, () -> expire(exchange), arrival.toMillis());
            exchange.addExchangeCompleteListener((complete, others) -> {
                lift(complete);
                others.proceed();
            });
        }
        next.handleRequest(exchange);
    }

    private static void start(HttpServerExchange exchange, Runnable end, long millis) {
        exchange.putAttachment(TIMER, exchange.getIoThread().executeAfter(end, millis, TimeUnit.MILLISECONDS));
    }

    /** Runs on the I/O thread, as all that reads a body does. */
    private void expire(HttpServerExchange exchange) {
        if (exchange.isRequestComplete()) {
            return; // it is being answered
        }
        if (exchange.isResponseStarted()) {
            cut(exchange);
            return;
        }
        start(exchange, () -> cut(exchange), MILLIS_TO_READ_THE_ANSWER);
        Answer.hangUp(
                exchange, ProblemDetail.tooSlow("the body must arrive within " + arrival.toMillis() + " milliseconds"));
    }

    private static void cut(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange(); // or a closing server would wait for it
    }
}
