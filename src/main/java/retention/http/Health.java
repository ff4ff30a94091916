package retention.http;

import io.undertow.server.HttpServerExchange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import retention.json.Json;

/** How the server is, for whoever starts it again or sends it work. Answers on the thread that asks; blocks nobody. */
final class Health {

    private static final int UNAVAILABLE = 503;
    private static final byte[] LIVE = Json.write(Map.of("status", "up"));

    private final BooleanSupplier draining;
    private final BooleanSupplier overloaded;
    private final Supplier<InService> inService;

    Health(BooleanSupplier draining, BooleanSupplier overloaded, Supplier<InService> inService) {
        this.draining = draining;
        this.overloaded = overloaded;
        this.inService = inService;
    }

    /** Live is a process that answers; ready is one that should get work. */
    List<Route> routes() {
        return List.of(
                Route.get("/health/live", null, exchange -> Answer.send(exchange, Answer.JSON, LIVE)),
                Route.get("/health/ready", null, this::ready));
    }

    private record Ready(String status, String revision, Instant since, boolean rejected) {}

    private void ready(HttpServerExchange exchange) {
        InService now = inService.get();
        String status = status();
        if (status.equals("draining")) {
            exchange.setStatusCode(UNAVAILABLE);
            exchange.setPersistent(false);
        }
        byte[] told = Json.write(new Ready(status, now.revision(), now.since(), now.rejected()));
        Answer.send(exchange, Answer.JSON, told);
    }

    /** Who has too much to do is ready all the same: were all servers to leave for that, nobody would serve. */
    private String status() {
        if (draining.getAsBoolean()) {
            return "draining";
        }
        return overloaded.getAsBoolean() ? "overloaded" : "up";
    }
}
