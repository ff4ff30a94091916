package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.function.Function;
import retention.json.BadRequest;
import retention.json.Json;
import retention.json.ProblemDetail;

/**
 * Answers what somebody who edits the rules asks in JSON, one after the other. Nothing but {@code application/json} is taken,
 * because a browser lets no foreign page send that.
 */
final class EditingHandler<Q> implements HttpHandler {

    private static final int LONGEST = 1 << 20;

    private final Class<Q> question;
    private final Function<Q, ?> answer;
    private final Turn turn;
    private final Lane lane;

    EditingHandler(Class<Q> question, Function<Q, ?> answer, Turn turn, Lane lane) {
        this.question = question;
        this.answer = answer;
        this.turn = turn;
        this.lane = lane;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestHeaders().contains(Headers.CONTENT_ENCODING)
                || !Body.type(exchange).equals(Answer.JSON)) {
            Answer.problem(
                    exchange, ProblemDetail.wrongContent("send it as " + Answer.JSON + ", without content encoding"));
            return;
        }
        Body.receive(
                exchange,
                LONGEST,
                "this may have " + LONGEST + " bytes",
                (whole, body, length) -> lane.take(whole, worker -> answer(worker, body, length)));
    }

    private void answer(HttpServerExchange exchange, byte[] body, int length) {
        try {
            inTurn(exchange, Json.read(body, length, question));
        } catch (BadRequest bad) {
            Answer.problem(exchange, ProblemDetail.badQuestion(bad));
        }
    }

    private void inTurn(HttpServerExchange exchange, Q asked) {
        if (!turn.begin()) {
            Answer.problem(exchange, ProblemDetail.busy("rules are being checked or put back already; try again"));
            return;
        }
        byte[] told;
        try {
            told = Json.write(answer.apply(asked));
        } finally {
            turn.end();
        }
        Answer.send(exchange, Answer.JSON, told);
    }
}
