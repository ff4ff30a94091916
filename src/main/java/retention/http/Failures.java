package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import retention.json.BadRequest;
import retention.json.ProblemDetail;

/** Turns what the handlers throw into problems. The log gets stack traces, but no customer's data. */
final class Failures implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final HttpHandler next;

    Failures(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        try {
            attempt(exchange);
        } catch (IOException gone) {
            LOG.debug("a client went away: {}", gone.getClass().getName());
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void attempt(HttpServerExchange exchange) throws IOException {
        try {
            next.handleRequest(exchange);
        } catch (RequestTooBigException tooBig) {
            answer(exchange, tooBig);
        } catch (IOException gone) {
            throw gone;
        } catch (Throwable failure) {
            answer(exchange, failure);
        }
    }

    private static void answer(HttpServerExchange exchange, Throwable failure) {
        if (exchange.isComplete()) { // all was said; a server that has just stopped cannot wait for the next request
            LOG.debug("a connection could not go on: {}", failure.getClass().getName());
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        ProblemDetail problem = problem(failure);
        if (problem.unexpected()) {
            log(failure, Call.trace(exchange));
        }
        if (exchange.isResponseStarted()) {
            IoUtils.safeClose(exchange.getConnection()); // half an answer must not look like a whole one
            return;
        }
        Answer.problem(exchange, problem);
    }

    /** What a failure means to the caller; of an unexpected one it tells nothing. */
    static ProblemDetail problem(Throwable failure) {
        if (failure instanceof BadRequest bad) {
            return ProblemDetail.badRequest(bad);
        }
        if (failure instanceof RequestTooBigException big) {
            return ProblemDetail.tooLarge(String.valueOf(big.getMessage()));
        }
        return ProblemDetail.internal("this could not be done; the server's log says why");
    }

    /** Writes an unexpected failure to the log, which leaves messages out: they may repeat what the customer's facts hold. */
    static void log(Throwable failure, @Nullable String trace) {
        LOG.atError().setCause(failure).addKeyValue("trace", trace).log("a request failed");
    }
}
