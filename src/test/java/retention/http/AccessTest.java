package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.assertProblem;
import static retention.http.Calls.connect;
import static retention.http.Calls.get;
import static retention.http.Calls.json;
import static retention.http.Calls.logUntil;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.send;
import static retention.http.Calls.serve;
import static retention.http.Calls.to;
import static retention.http.Calls.write;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with API keys, as their holders and others see it. */
@Timeout(60)
final class AccessTest {

    private static final String ANNA = "{\"id\":\"Anna\"}";
    private static final String OLD = "rak_old";
    private static final String NEW = "rak_new";
    private static final List<String> OPEN = List.of(
            "GET /health/live",
            "GET /health/ready",
            "GET /openapi.json",
            "GET /docs",
            "GET /docs/page.js",
            "GET /docs/page.css",
            "GET /docs/swagger-ui.css",
            "GET /docs/swagger-ui-bundle.js");

    private static final Map<Scope, List<String>> NEEDED = Map.of(
            Scope.ADVISE, List.of("POST /v1/advice", "GET /v1/schema", "HEAD /v1/schema"),
            Scope.READ_RULES, List.of("GET /v1/rules", "GET /v1/rules/revisions", "DELETE /v1/rules"),
            Scope.METRICS, List.of("GET /metrics"),
            Scope.CHANGE_RULES, List.of("POST /v1/rules/check", "POST /v1/rules/rollback", "GET /v1/rules/check"));

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T12:00:00Z"));
    private Path file = Path.of("");
    private Server server = serve(Calls::advice);

    @BeforeEach
    void restart() throws IOException {
        server.close();
        file = folder.resolve("keys");
        save(line("crm", OLD, "advise,read-rules,change-rules,metrics"));
        server = serve(new Entrance(ApiKeys.follow(file, now::get), null));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_holder_of_a_key_is_served() throws Exception {
        HttpResponse<String> response = advice(OLD);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/customer").asString()).isEqualTo("Anna");
        assertThat(send(to(server, "/v1/rules").header("authorization", "bEARER " + OLD))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_a_good_key_everybody_gets_the_same_refusal() throws Exception {
        save(line("crm", OLD, "advise") + line("gone", NEW, "advise").strip() + " until 2026-05-31\n");
        await(OLD, 200);
        await(NEW, 401);
        var answers = new HashSet<String>();
        for (String shown : List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Basic " + OLD,
                "Bearer " + OLD + "x",
                "Bearer " + NEW,
                OLD,
                "Bearer " + OLD.toUpperCase(Locale.ROOT),
                "Bearer " + "x".repeat(5000))) {
            HttpRequest.Builder request = to(server, "/v1/advice")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(ANNA));
            HttpResponse<String> response = send(shown.isEmpty() ? request : request.header("Authorization", shown));
            assertProblem(response, 401, "no-key");
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            answers.add(response.body().replaceAll("\"trace\":\"[0-9a-f]{32}\"", ""));
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void two_keys_in_one_request_are_none() throws Exception {
        assertProblem(
                send(to(server, "/v1/rules")
                        .header("Authorization", "Bearer " + OLD)
                        .header("Authorization", "Bearer x")),
                401,
                "no-key");
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void a_scope_opens_its_routes_and_no_others(Scope held) throws Exception {
        save(line("one", NEW, held.word()));
        await(NEW, "/v1/nowhere", 404);
        for (var needed : NEEDED.entrySet()) {
            for (String asked : needed.getValue()) {
                HttpResponse<String> response = ask(asked, NEW);
                if (needed.getKey() == held) {
                    assertThat(response.statusCode()).as(asked).isNotIn(401, 403);
                } else {
                    assertThat(response.statusCode()).as(asked).isEqualTo(403);
                    assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                            .contains(
                                    "insufficient_scope", '"' + needed.getKey().word() + '"');
                }
                assertThat(ask(asked, "x").statusCode()).as(asked).isEqualTo(401);
            }
        }
        for (String asked : OPEN) {
            assertThat(ask(asked, "x").statusCode()).as(asked).isEqualTo(200);
        }
    }

    @Test
    void a_refusal_names_the_scope_that_is_missing() throws Exception {
        save(line("one", NEW, "advise"));
        await(NEW, 200);
        HttpResponse<String> response = ask("GET /v1/rules", NEW);
        assertProblem(response, 403, "no-scope");
        assertThat(json(response).at("/detail").asString()).contains("read-rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/v1/rules/", "//v1/rules", "/v1/rules/x", "/V1/RULES", "/v1%2Frules"})
    void a_path_that_does_not_exist_is_told_only_with_a_key(String path) throws Exception {
        assertProblem(get(server, path), 401, "no-key");
        assertThat(ask("GET " + path, OLD).statusCode()).isEqualTo(404);
    }

    @Test
    void each_route_is_either_open_here_or_has_a_scope_here() throws Exception {
        String told = json(ask("GET /nowhere", OLD)).at("/detail").asString();
        var known = new ArrayList<>(OPEN);
        NEEDED.values().forEach(known::addAll);
        for (String path : told.substring(told.indexOf('/')).split(", ", -1)) {
            boolean open = get(server, path).statusCode() != 401;
            assertThat(known).as(path).anySatisfy(one -> assertThat(one).endsWith(" " + path));
            assertThat(OPEN.contains("GET " + path) || !open).as(path).isTrue();
        }
    }

    @Test
    void keys_are_rotated_while_a_connection_stays() throws Exception {
        try (Socket socket = connect(server)) {
            assertThat(askOn(socket, OLD)).startsWith("HTTP/1.1 200");
            save(line("crm", OLD, "read-rules") + line("crm-2", NEW, "read-rules"));
            await(NEW, "/v1/rules", 200);
            assertThat(askOn(socket, OLD)).startsWith("HTTP/1.1 200");
            assertThat(askOn(socket, NEW)).startsWith("HTTP/1.1 200");
            save(line("crm-2", NEW, "read-rules"));
            await(OLD, "/v1/rules", 401);
            assertThat(askOn(socket, NEW)).startsWith("HTTP/1.1 200");
            assertThat(askOn(socket, OLD)).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void a_key_ends_after_its_last_day() throws Exception {
        save(line("crm", NEW, "advise").strip() + " until 2026-06-02 # then the next one\n");
        await(NEW, 200);
        now.set(Instant.parse("2026-06-02T23:59:59.999Z"));
        assertThat(advice(NEW).statusCode()).isEqualTo(200);
        now.set(Instant.parse("2026-06-03T00:00:00Z"));
        assertThat(advice(NEW).statusCode()).isEqualTo(401);
        now.set(Instant.parse("2026-07-01T12:00:00Z"));
        assertThat(advice(NEW).statusCode()).isEqualTo(401);
    }

    @Test
    void a_broken_a_missing_and_an_empty_file_leave_the_keys_as_they_were() throws Exception {
        String stays = "what was read before stays in force";
        String log = logUntil(stays, () -> save("# keys\n" + line("crm", NEW, "advice")));
        assertThat(log)
                .contains(file + ":2: there is no scope \"advice\" - did you mean \"advise\"?")
                .doesNotContain("rak_");
        assertThat(log.lines()).hasSize(1);
        assertThat(logUntil(stays, () -> Files.delete(file))).contains("there is no file " + file);
        assertThat(logUntil(stays, () -> save(""))).contains(file + " is empty");
        assertThat(logUntil(stays, () -> {
                    save(line("crm", NEW, "advise"));
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
                }))
                .contains("others than its owner can write " + file);
        assertThat(advice(OLD).statusCode()).isEqualTo(200);
        assertThat(advice(NEW).statusCode()).isEqualTo(401);
    }

    @Test
    void when_the_last_key_is_taken_out_nobody_comes_in() throws Exception {
        save("# nobody any more\n");
        await(OLD, 401);
        assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void a_refused_body_is_not_waited_for_and_its_sender_reads_why() throws Exception {
        HttpRequest.Builder large = to(server, "/v1/advice")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[3_000_000]));
        assertProblem(send(large), 401, "no-key");
        try (Socket socket = connect(server)) {
            write(socket, "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf");
            assertThat(readUntil(socket, "}")).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void the_log_tells_who_was_refused_but_not_each_time_and_not_what_was_shown() throws Exception {
        String log = logUntil("127.0.0.1 unknown key", () -> {
            for (int i = 0; i < 100; i++) {
                assertThat(advice("rak_guess" + i).statusCode()).isEqualTo(401);
            }
        });
        assertThat(log).doesNotContain("rak_guess");
        assertThat(log.lines().filter(line -> line.contains("unknown key"))).hasSize(1);
    }

    private HttpResponse<String> advice(String key) throws Exception {
        return ask("POST /v1/advice", key);
    }

    /** With a customer, which routes that want something else refuse after they let it in. */
    private HttpResponse<String> ask(String methodAndPath, String key) throws Exception {
        String[] words = methodAndPath.split(" ", 2);
        return send(to(server, words[1])
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(words[0], words[0].equals("POST") ? BodyPublishers.ofString(ANNA) : BodyPublishers.noBody()));
    }

    private static String askOn(Socket socket, String key) throws IOException {
        write(socket, "GET /v1/rules HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n\r\n");
        return readUntil(socket, "}");
    }

    private void await(String key, int status) throws Exception {
        Calls.await(() -> advice(key).statusCode() == status);
    }

    private void await(String key, String path, int status) throws Exception {
        Calls.await(() -> ask("GET " + path, key).statusCode() == status);
    }

    /** Not in place, so that it is never half there; others than the owner may not write it, whatever the umask. */
    private void save(String text) throws IOException {
        Path beside = Files.writeString(folder.resolve("new"), text);
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(String name, String key, String scopes) {
        return name + " " + scopes + " sha256:" + ApiKey.hash(key) + "\n";
    }
}
