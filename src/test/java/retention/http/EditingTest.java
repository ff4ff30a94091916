package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.assertProblem;
import static retention.http.Calls.get;
import static retention.http.Calls.json;
import static retention.http.Calls.send;
import static retention.http.Calls.to;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retention.json.BadRequest;

/** What those who edit the rules may ask a running server. */
@Timeout(60)
final class EditingTest {

    private static final String CHECK = "/v1/rules/check";
    private static final String ROLLBACK = "/v1/rules/rollback";
    private static final String JSON = "application/json";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private Server server = serve(Duration.ofSeconds(30), files -> files);

    @AfterEach
    void close() {
        go.countDown();
        server.close();
    }

    @Test
    void a_check_gets_the_texts_by_name_and_null_for_files_to_leave_out() throws Exception {
        HttpResponse<String> response = ask(CHECK, "{\"files\":{\"a.drl\":\"text\",\"b.drl\":null}}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(json(response).at("/a.drl").asString()).isEqualTo("text");
        assertThat(ask(CHECK, "{\"files\":{}}").body()).isEqualTo("{}");
    }

    @Test
    void a_text_may_be_longer_than_any_of_a_customer_but_not_than_a_mebibyte() throws Exception {
        String text = "x".repeat(900_000);
        assertThat(ask(CHECK, "{\"files\":{\"a.drl\":\"" + text + "\"}}").body())
                .isEqualTo("{\"a.drl\":\"" + text + "\"}");
        HttpResponse<String> tooLong = ask(CHECK, "{\"files\":{\"a.drl\":\"" + "x".repeat(1 << 20) + "\"}}");
        assertProblem(tooLong, 413, "too-large");
        assertThat(json(tooLong).at("/detail").asString()).isEqualTo("this may have 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/rules/check    | {}                        | files: is missing
            /v1/rules/check    | {"files":null}            | files: is missing
            /v1/rules/check    | {"files":[]}              | files: must be an object
            /v1/rules/check    | {"files":{"a.drl":1}}     | files.a.drl: must be a text in quotes
            /v1/rules/check    | {"file":{}}               | file: is not known - did you mean "files"?
            /v1/rules/check    | null                      | must be an object
            /v1/rules/check    | {"files":{"a":"","a":""}} | has the same key twice
            /v1/rules/rollback | {}                        | revision: is missing
            /v1/rules/rollback | {"revision":" "}          | revision: is missing
            /v1/rules/rollback | {"revision":"none"}       | revision: is not kept
            """)
    void a_question_that_is_none_is_told_why(String path, String body, String detail) throws Exception {
        HttpResponse<String> response = ask(path, body);
        assertProblem(response, 400, "bad-request");
        assertThat(json(response).at("/title").asString()).isEqualTo("Not possible as asked");
        assertThat(json(response).at("/detail").asString()).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void what_a_foreign_page_could_send_is_refused(String type) throws Exception {
        for (String path : List.of(CHECK, ROLLBACK)) {
            assertProblem(
                    send(to(server, path)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("{\"revision\":\"r1\"}"))),
                    415,
                    "wrong-content");
        }
    }

    @Test
    void a_rollback_and_the_list_are_answered() throws Exception {
        assertThat(ask(ROLLBACK, "{\"revision\":\"r1\"}").body()).isEqualTo("\"r1\"");
        assertThat(get(server, "/v1/rules/revisions").body()).isEqualTo("[\"r1\"]");
        assertProblem(get(server, ROLLBACK), 405, "wrong-method");
    }

    @Test
    void a_second_check_waits_for_the_first() throws Exception {
        restart(Duration.ofSeconds(30));
        CompletableFuture<HttpResponse<String>> first = asking("{\"files\":{\"slow\":\"\"}}");
        begun.await();
        CompletableFuture<HttpResponse<String>> second = asking("{\"files\":{}}");
        Thread.sleep(200);
        assertThat(second).isNotDone();
        go.countDown();
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(second.get().statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_waited_long_enough_is_told_to_come_back() throws Exception {
        restart(Duration.ofMillis(50));
        CompletableFuture<HttpResponse<String>> first = asking("{\"files\":{\"slow\":\"\"}}");
        begun.await();
        HttpResponse<String> second = ask(CHECK, "{\"files\":{}}");
        assertProblem(second, 503, "busy");
        assertThat(second.headers().firstValue("Retry-After")).isPresent();
        go.countDown();
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(ask(CHECK, "{\"files\":{}}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_check_that_does_not_end_holds_up_no_rollback() throws Exception {
        restart(Duration.ofMillis(50));
        CompletableFuture<HttpResponse<String>> first = asking("{\"files\":{\"slow\":\"\"}}");
        begun.await();
        assertThat(ask(ROLLBACK, "{\"revision\":\"r1\"}").statusCode()).isEqualTo(200);
        go.countDown();
        assertThat(first.get().statusCode()).isEqualTo(200);
    }

    @Test
    void a_crowd_is_sent_away_at_once() throws Exception {
        restart(Duration.ofSeconds(30));
        var answered = new LinkedBlockingQueue<HttpResponse<String>>();
        for (int i = 0; i < 4; i++) { // one runs, two wait, one is too many
            var unused = asking("{\"files\":{\"slow\":\"\"}}").thenAccept(answered::add);
        }
        assertProblem(answered.take(), 503, "busy");
        go.countDown();
        for (int i = 0; i < 3; i++) {
            assertThat(answered.take().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_check_that_fails_lets_the_next_one_through() throws Exception {
        server.close();
        server = serve(Duration.ofMillis(10), files -> {
            if (files.isEmpty()) {
                throw new IllegalStateException("secret");
            }
            return files;
        });
        assertProblem(ask(CHECK, "{\"files\":{}}"), 500, "internal");
        assertThat(ask(CHECK, "{\"files\":{\"a\":\"\"}}").statusCode()).isEqualTo(200);
    }

    private void restart(Duration patience) {
        server.close();
        server = serve(patience, this::slowly);
    }

    private Object slowly(Map<String, @Nullable String> files) {
        if (files.containsKey("slow")) {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return files;
    }

    private CompletableFuture<HttpResponse<String>> asking(String body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ask(CHECK, body);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private HttpResponse<String> ask(String path, String body) throws Exception {
        return send(to(server, path).header("Content-Type", JSON).POST(BodyPublishers.ofString(body)));
    }

    private interface Checking {
        Object check(Map<String, @Nullable String> files);
    }

    private static Server serve(Duration patience, Checking checking) {
        var editing = new Editing(
                checking::check,
                () -> List.of("r1"),
                revision -> {
                    if (!revision.equals("r1")) {
                        throw new BadRequest("revision", "is not kept");
                    }
                    return revision;
                },
                patience);
        var limits = Calls.limits(8, Duration.ofSeconds(30), Duration.ofSeconds(20));
        return Server.start(
                "127.0.0.1",
                0,
                limits,
                new Endpoints(Calls::advice, Calls::explained, () -> "", () -> "", editing).on(() -> Calls.TODAY));
    }
}
