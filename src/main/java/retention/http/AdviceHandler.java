package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;
import retention.json.ProblemDetail;

/** Answers one customer or a stream of them, as the content type says; each kind has its lane. */
final class AdviceHandler implements HttpHandler {

    private static final String WHAT_TO_SEND =
            "send one customer as " + Answer.JSON + ", or one per line as " + Answer.NDJSON + ", in UTF-8";

    /** Each search takes as long as thousands of advices. */
    private static final String ONE_AT_A_TIME =
            "goes with one customer as " + Answer.JSON + ", not with a stream: leave whatIf out";

    private final Endpoints endpoints;
    private final Limits limits;
    private final Metrics metrics;
    private final String tooLong;
    private final Lanes lanes;
    private final Advising plain;

    AdviceHandler(Endpoints endpoints, Limits limits, Lanes lanes, Metrics metrics) {
        this.endpoints = endpoints;
        this.metrics = metrics;
        this.limits = limits;
        this.lanes = lanes;
        this.plain = new Advising(endpoints, null);
        this.tooLong = "a customer may have " + limits.bodyBytes() + " bytes; send many customers one per line as "
                + Answer.NDJSON;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestHeaders().contains(Headers.CONTENT_ENCODING)) {
            Answer.problem(exchange, ProblemDetail.wrongContent("send the body as it is, without content encoding"));
            return;
        }
        @Nullable Wish wish;
        try {
            wish = Wish.of(exchange);
            if (wish != null && wish.whatIf() && Body.type(exchange).equals(Answer.NDJSON)) {
                throw new BadRequest("whatIf", ONE_AT_A_TIME);
            }
        } catch (BadRequest wrong) { // of the address, not of a customer
            Answer.problem(exchange, ProblemDetail.badQuestion(wrong));
            return;
        }
        var advising = wish == null ? plain : new Advising(endpoints, wish);
        switch (Body.type(exchange)) {
            case Answer.JSON -> one(exchange, advising);
            case Answer.NDJSON -> many(exchange, advising);
            default -> Answer.problem(exchange, ProblemDetail.wrongContent(WHAT_TO_SEND));
        }
    }

    private void one(HttpServerExchange exchange, Advising advising) throws Exception {
        Lane lane = advising.searches() ? lanes.desk() : lanes.advice();
        Body.receive(
                exchange,
                limits.bodyBytes(),
                tooLong,
                (whole, body, length) ->
                        lane.take(whole, worker -> Answer.send(worker, Answer.JSON, advising.answer(body, 0, length))));
    }

    private void many(HttpServerExchange exchange, Advising advising) {
        lanes.streams().take(exchange, worker -> {
            worker.startBlocking();
            worker.getResponseHeaders().put(Headers.CONTENT_TYPE, Answer.NDJSON);
            new AdviceStream(advising, limits.lineBytes(), metrics, Call.trace(worker))
                    .run(worker.getInputStream(), worker.getOutputStream());
        });
    }
}
