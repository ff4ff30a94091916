package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import retention.json.Json;

/** Which paths there are, what a key must allow for each, and who works for it. */
final class Api {

    private final Endpoints endpoints;
    private final Limits limits;
    private final Lanes lanes;
    private final Metrics metrics;

    Api(Endpoints endpoints, Limits limits, Lanes lanes, Metrics metrics) {
        this.endpoints = endpoints;
        this.limits = limits;
        this.lanes = lanes;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return Stream.concat(worked().stream(), Page.routes(endpoints.api(), lanes.desk()).stream())
                .toList();
    }

    private List<Route> worked() {
        Editing editing = endpoints.editing();
        byte[] up = Json.write(Map.of("status", "up"));
        return List.of(
                Route.post("/v1/advice", Scope.ADVISE, new AdviceHandler(endpoints, limits, lanes, metrics)),
                Route.get("/v1/schema", Scope.ADVISE, text(Answer.SCHEMA, endpoints.schema())),
                Route.get("/v1/rules", Scope.READ_RULES, json(endpoints.rules())),
                Route.get("/v1/rules/revisions", Scope.READ_RULES, json(editing.revisions())),
                Route.post(
                        "/v1/rules/check",
                        Scope.CHANGE_RULES,
                        editing(Questions.Check.class, asked -> editing.check().apply(asked.sent()))),
                Route.post(
                        "/v1/rules/rollback",
                        Scope.CHANGE_RULES,
                        editing(
                                Questions.Rollback.class,
                                asked -> editing.rollback().apply(asked.sent()))),
                // these two are answered before all others, see AtOnce; here they are among the paths that there are
                Route.get("/health/live", null, exchange -> Answer.send(exchange, Answer.JSON, up)),
                Route.get("/health/ready", null, exchange -> Answer.send(exchange, Answer.JSON, up)),
                Route.get("/metrics", Scope.METRICS, new MetricsPage(metrics, endpoints.observed())));
    }

    private HttpHandler json(Supplier<?> value) {
        return atDesk(exchange -> Answer.send(exchange, Answer.JSON, Json.write(value.get())));
    }

    private HttpHandler text(String type, Supplier<String> text) {
        return atDesk(exchange -> Answer.send(exchange, type, text.get().getBytes(StandardCharsets.UTF_8)));
    }

    private HttpHandler atDesk(HttpHandler work) {
        return (HttpServerExchange exchange) -> lanes.desk().take(exchange, work);
    }

    private <Q> HttpHandler editing(Class<Q> question, Function<Q, ?> answer) {
        return new EditingHandler<>(
                question, answer, new Turn(endpoints.editing().patience()), lanes.desk());
    }
}
