package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.http.Calls.TODAY;
import static retention.http.Calls.assertProblem;
import static retention.http.Calls.get;
import static retention.http.Calls.json;
import static retention.http.Calls.logOf;
import static retention.http.Calls.post;
import static retention.http.Calls.send;
import static retention.http.Calls.serve;
import static retention.http.Calls.to;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retention.advice.Advice;
import retention.facts.Customer;
import retention.json.BadRequest;

/** Single requests, as a caller sees them. */
final class ServerTest {

    private static final String JSON = "application/json";
    private static final String ANNA = "{\"id\":\"Anna\"}";

    private Server server = serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_customer_gets_advice_for_today() throws Exception {
        HttpResponse<String> response = post(server, JSON, ANNA);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(response.body().length());
        assertThat(json(response).at("/customer").asString()).isEqualTo("Anna");
        assertThat(json(response).at("/receipt/asOf").asString()).isEqualTo(TODAY.toString());
    }

    @Test
    void a_customer_that_names_a_day_gets_advice_for_that_day() throws Exception {
        HttpResponse<String> response = post(server, JSON, "{\"id\":\"Anna\",\"asOf\":\"2025-12-24\"}");
        assertThat(json(response).at("/receipt/asOf").asString()).isEqualTo("2025-12-24");
    }

    @Test
    void a_customer_that_cannot_be_read_is_told_where() throws Exception {
        HttpResponse<String> response = post(server, JSON, "{\"id\":\"Anna\",\"orders\":[{\"colour\":1}]}");
        assertProblem(response, 400, "bad-request");
        assertThat(json(response).at("/path").asString()).isEqualTo("orders[0].colour");
        assertThat(json(response).at("/detail").asString()).isEqualTo("orders[0].colour: is not known");
    }

    @Test
    void facts_that_the_rules_refuse_are_a_bad_request_too() throws Exception {
        restart(customer -> {
            throw new BadRequest("extensions.Fleet", "is not declared");
        });
        HttpResponse<String> response = post(server, JSON, ANNA);
        assertProblem(response, 400, "bad-request");
        assertThat(json(response).at("/path").asString()).isEqualTo("extensions.Fleet");
    }

    @Test
    void an_unknown_path_is_told_the_paths_there_are() throws Exception {
        HttpResponse<String> response = get(server, "/v1/advise");
        assertProblem(response, 404, "no-such-path");
        assertThat(json(response).at("/detail").asString())
                .contains("/v1/advice", "/v1/rules", "/v1/schema", "/health/live", "/health/ready");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() throws Exception {
        HttpResponse<String> response = get(server, "/v1/advice");
        assertProblem(response, 405, "wrong-method");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        assertThat(send(to(server, "/v1/rules").DELETE()).headers().firstValue("Allow"))
                .hasValue("GET, HEAD");
    }

    @Test
    void a_failure_tells_the_caller_nothing_and_the_log_where_but_not_whose_data() throws Exception {
        restart(customer -> {
            throw new IllegalStateException("secret " + customer.id(), new RuntimeException("secret too"));
        });
        String log = logOf(() -> {
            HttpResponse<String> response = post(server, JSON, ANNA);
            assertProblem(response, 500, "internal");
            assertThat(response.body()).doesNotContain("secret", "Exception", "retention.http");
        });
        assertThat(log).contains("IllegalStateException", "ServerTest").doesNotContain("secret", "Anna");
    }

    @Test
    void advice_is_worked_out_on_worker_threads() throws Exception {
        var thread = new AtomicReference<String>();
        restart(customer -> {
            thread.set(Thread.currentThread().getName());
            return Calls.advice(customer);
        });
        post(server, JSON, ANNA);
        assertThat(thread.get()).startsWith("advice-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/rules     | application/json        | {"revision":"r1"}
            /v1/schema    | application/schema+json | {"type":"object"}
            /health/live  | application/json        | {"status":"up"}
            /health/ready | application/json        | {"status":"up","revision":"","since":"1970-01-01T00:00:00Z","rejected":false}
            """)
    void what_can_be_read_is_there_with_and_without_its_body(String path, String type, String body) throws Exception {
        HttpResponse<String> whole = get(server, path);
        HttpResponse<String> head = send(to(server, path).method("HEAD", BodyPublishers.noBody()));
        assertThat(whole.body()).isEqualTo(body);
        assertThat(head.body()).isEmpty();
        assertThat(List.of(whole, head)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
            assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(body.length());
        });
    }

    @Test
    void a_long_answer_is_sent_with_its_length() throws Exception {
        server.close();
        server = serve(Calls.SMALL, Calls::advice, "x".repeat(100_000));
        assertThat(get(server, "/v1/schema").headers().firstValueAsLong("Content-Length"))
                .hasValue(100_000);
    }

    @Test
    void no_answer_tells_what_the_server_is_made_of() throws Exception {
        assertThat(get(server, "/health/live").headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(get(server, "/nowhere").headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void a_port_that_is_taken_is_reported() {
        var endpoints = new Endpoints(Calls::advice, Calls::explained, () -> "", () -> "", Calls.EDITING);
        assertThatThrownBy(() -> Server.start("127.0.0.1", server.port(), Calls.SMALL, endpoints))
                .isInstanceOf(UncheckedIOException.class);
    }

    private void restart(Function<Customer, Advice> advise) {
        server.close();
        server = serve(advise);
    }
}
