package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.get;
import static retention.http.Calls.json;
import static retention.http.Calls.lines;
import static retention.http.Calls.logOf;
import static retention.http.Calls.post;
import static retention.http.Calls.send;
import static retention.http.Calls.to;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retention.advice.ActionKind;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Receipt;
import retention.advice.Stop;
import retention.advice.ValueBasis;
import retention.facts.Customer;
import retention.json.BadRequest;

/** A running server, as those who operate it see it. */
@Timeout(60)
final class SeenTest {

    private static final String JSON = "application/json";
    private static final String ANNA = "{\"id\":\"Anna\"}";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private InService inService = new InService("r1", Instant.EPOCH, List.of("a rule", "never"), false, 2, 1, 0.5);
    private Server server = serve(SeenTest::advice, LoggedRequests.PROBLEMS);

    @AfterEach
    void close() {
        go.countDown();
        server.close();
    }

    @Test
    void an_answer_and_a_problem_carry_the_trace_that_the_caller_sent() throws Exception {
        String sent = "00-" + TRACE + "-00f067aa0ba902b7-01";
        HttpResponse<String> wrong = send(to(server, "/v1/advice")
                .header("traceparent", sent)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString("{")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).at("/trace").asString()).isEqualTo(TRACE);
        assertThat(wrong.headers().firstValue("traceparent").orElseThrow())
                .startsWith("00-" + TRACE)
                .isNotEqualTo(sent);
        assertThat(post(server, JSON, ANNA).headers().firstValue("traceparent").orElseThrow())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void requests_are_counted_by_route_method_and_status() throws Exception {
        post(server, JSON, ANNA);
        post(server, JSON, "{");
        get(server, "/v1/advice");
        get(server, "/v1/customers/anna@secret");
        send(to(server, "/v1/rules").method("EVIL", BodyPublishers.noBody()));
        Map<String, Double> told = metrics();
        assertThat(told)
                .containsEntry(requests("POST", "/v1/advice", 200), 1.0)
                .containsEntry(requests("POST", "/v1/advice", 400), 1.0)
                .containsEntry(requests("GET", "/v1/advice", 405), 1.0)
                .containsEntry(requests("GET", "other", 404), 1.0)
                .containsEntry(requests("other", "/v1/rules", 405), 1.0)
                .containsEntry("advisor_http_request_duration_seconds_count{route=\"/v1/advice\"}", 3.0)
                .containsEntry("advisor_http_request_duration_seconds_bucket{route=\"/v1/advice\",le=\"+Inf\"}", 3.0)
                .containsEntry("advisor_http_requests_in_flight", 1.0);
        assertThat(told.get("advisor_http_request_duration_seconds_sum{route=\"/v1/advice\"}"))
                .isPositive();
        assertThat(told.get("advisor_queue_wait_seconds_count{lane=\"advice\"}"))
                .isEqualTo(2);
        assertThat(told.keySet()).noneMatch(name -> name.contains("secret") || name.contains("EVIL"));
    }

    @Test
    void advice_is_counted_by_what_it_says_and_why() throws Exception {
        post(server, JSON, ANNA);
        post(server, JSON, "{\"id\":\"nobody\"}");
        Map<String, Double> told = metrics();
        assertThat(told)
                .containsEntry("advisor_actions_advised_total{action=\"CALL\",strategy=\"trust\"}", 1.0)
                .containsEntry("advisor_actions_advised_total{action=\"LEAVE\",strategy=\"none\"}", 1.0)
                .containsEntry("advisor_actions_blocked_total{guardrail=\"G1\"}", 2.0)
                .containsEntry("advisor_actions_withheld_total{action=\"GIFT\"}", 2.0)
                .containsEntry("advisor_actions_beaten_total{reason=\"OUTRANKED\"}", 2.0)
                .containsEntry("advisor_actions_beaten_total{reason=\"TOO_COSTLY\"}", 0.0)
                .containsEntry("advisor_advice_total{outcome=\"actions\"}", 1.0)
                .containsEntry("advisor_advice_total{outcome=\"fallback\"}", 1.0)
                .containsEntry("advisor_holdouts_total{holdout=\"gifts\"}", 2.0)
                .containsEntry("advisor_rule_firings_total{rule=\"a rule\"}", 2.0)
                .containsEntry("advisor_rule_firings_total{rule=\"never\"}", 0.0);
    }

    @Test
    void lines_of_a_stream_are_counted_apart() throws Exception {
        assertThat(lines(post(server, Answer.NDJSON, ANNA + "\n{\n" + ANNA + "\n")))
                .hasSize(3);
        assertThat(metrics())
                .containsEntry("advisor_stream_lines_total{outcome=\"answered\"}", 2.0)
                .containsEntry("advisor_stream_lines_total{outcome=\"refused\"}", 1.0)
                .containsEntry(requests("POST", "/v1/advice (stream)", 200), 1.0)
                .containsEntry("advisor_http_request_duration_seconds_count{route=\"/v1/advice\"}", 0.0);
    }

    @Test
    void what_serves_is_told_and_rules_that_are_gone_are_not() throws Exception {
        post(server, JSON, ANNA);
        assertThat(metrics())
                .containsEntry("advisor_rules_info{revision=\"r1\"}", 1.0)
                .containsEntry("advisor_rules_serving", 2.0)
                .containsEntry("advisor_rules_rejected", 0.0)
                .containsEntry("advisor_rule_reloads_total{result=\"good\"}", 2.0)
                .containsEntry("advisor_rule_reloads_total{result=\"bad\"}", 1.0)
                .containsEntry("advisor_last_rule_reload_duration_seconds", 0.5)
                .containsEntry("advisor_build_info{version=\"9.9\"}", 1.0)
                .containsKey("jvm_memory_used_bytes{area=\"heap\"}")
                .containsKey("process_cpu_seconds_total");
        inService = new InService("r2", Instant.EPOCH, List.of("another"), true, 3, 1, 0.5);
        assertThat(metrics())
                .containsEntry("advisor_rules_info{revision=\"r2\"}", 1.0)
                .doesNotContainKey("advisor_rules_info{revision=\"r1\"}")
                .containsEntry("advisor_rules_rejected", 1.0)
                .containsEntry("advisor_rule_firings_total{rule=\"another\"}", 0.0)
                .doesNotContainKey("advisor_rule_firings_total{rule=\"a rule\"}");
    }

    @Test
    void health_tells_what_serves() throws Exception {
        assertThat(get(server, "/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(get(server, "/health/ready").body())
                .isEqualTo(
                        "{\"status\":\"up\",\"revision\":\"r1\",\"since\":\"1970-01-01T00:00:00Z\",\"rejected\":false}");
    }

    @Test
    void health_and_metrics_answer_while_all_threads_are_busy_and_while_the_server_drains() throws Exception {
        server.close();
        server = serve(this::slowly, LoggedRequests.NONE);
        var busy = List.of(asking(), asking(), asking(), asking(), asking(), asking());
        running.await();
        assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
        assertThat(metrics()).containsKey("advisor_queue_length{lane=\"advice\"}");
        var closing = CompletableFuture.runAsync(server::close);
        HttpResponse<String> ready = get(server, "/health/ready");
        while (ready.statusCode() == 200) {
            ready = get(server, "/health/ready");
        }
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(json(ready).at("/status").asString()).isEqualTo("draining");
        assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
        go.countDown();
        closing.get();
        assertThat(busy).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void the_log_tells_of_problems_by_their_trace_and_never_of_addresses() throws Exception {
        String log = logOf(() -> {
            post(server, JSON, ANNA);
            HttpResponse<String> wrong = get(server, "/v1/anna@secret?key=secret");
            server.close();
            assertThat(json(wrong).at("/trace").asString()).hasSize(32);
        });
        assertThat(log)
                .contains("route=other status=404 millis=", " trace=")
                .doesNotContain("secret", "anna", "status=200");
    }

    @Test
    void the_stack_of_a_failure_is_found_by_the_trace_of_its_problem() throws Exception {
        server.close();
        server = serve(
                customer -> {
                    throw new IllegalStateException("secret");
                },
                LoggedRequests.NONE);
        var traces = new ArrayList<String>();
        String log = logOf(() -> traces.add(
                json(post(server, "application/json", ANNA)).get("trace").asString()));
        assertThat(log.lines().filter(line -> line.contains("a request failed")))
                .singleElement()
                .asString()
                .contains(traces);
    }

    @Test
    void the_log_tells_of_all_or_of_none_when_asked_to() throws Exception {
        assertThat(logged(LoggedRequests.ALL)).contains("method=POST route=/v1/advice status=200", "status=404");
        assertThat(logged(LoggedRequests.NONE)).doesNotContain("status=");
    }

    private String logged(LoggedRequests which) throws Exception {
        server.close();
        server = serve(SeenTest::advice, which);
        return logOf(() -> {
            post(server, JSON, ANNA);
            get(server, "/nowhere");
            server.close();
        });
    }

    private CompletableFuture<HttpResponse<String>> asking() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return post(server, JSON, ANNA);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private Advice slowly(Customer customer) {
        running.countDown();
        try {
            go.await();
        } catch (InterruptedException cutOff) {
            throw new BadRequest("", "cut off");
        }
        return advice(customer);
    }

    private Map<String, Double> metrics() throws Exception {
        HttpResponse<String> told = get(server, "/metrics");
        assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        return MetricsFormat.read(told.body());
    }

    private static String requests(String method, String route, int status) {
        return "advisor_http_requests_total{method=\"" + method + "\",route=\"" + route + "\",status=\"" + status
                + "\"}";
    }

    private Server serve(Function<Customer, Advice> advise, LoggedRequests logged) {
        var endpoints = new Endpoints(advise, Calls::explained, () -> Map.of(), () -> "{}", Calls.EDITING)
                .on(() -> Calls.TODAY)
                .observed(new Observed(() -> inService, logged, "9.9"));
        return Server.start("127.0.0.1", 0, Calls.SMALL, endpoints);
    }

    /** Anna gets a call, all others are left in peace; what else happens to both is the same. */
    private static Advice advice(Customer customer) {
        Advice plain = Calls.advice(customer);
        boolean anna = customer.id().equals("Anna");
        return new Advice(
                customer.id(),
                anna ? List.of(action("CALL", "trust")) : List.of(),
                null,
                anna ? null : action("LEAVE", null),
                List.of(),
                plain.scores(),
                50,
                List.of(),
                new Receipt(
                        "d1",
                        "r1",
                        "10",
                        "f1",
                        customer.asOf().day(),
                        List.of("a rule"),
                        List.of(),
                        new TreeMap<>(Map.of("DISCOUNT", Stop.OUTRANKED)),
                        new TreeMap<>(Map.of("LETTER", "G1")),
                        new TreeMap<>(Map.of("GIFT", List.of("a rule"))),
                        List.of(),
                        true,
                        List.of("gifts"),
                        1));
    }

    private static AdvisedAction action(String code, @Nullable String strategy) {
        return new AdvisedAction(
                code,
                code,
                strategy,
                ActionKind.TASK,
                "care",
                null,
                LocalDate.EPOCH,
                1,
                ValueBasis.GOODWILL,
                0,
                0,
                null,
                List.of(),
                Collections.emptyMap(),
                List.of());
    }
}
