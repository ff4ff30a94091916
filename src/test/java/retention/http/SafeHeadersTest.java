package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.assertProblem;
import static retention.http.Calls.connect;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.send;
import static retention.http.Calls.serve;
import static retention.http.Calls.to;
import static retention.http.Calls.write;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server without keys, and the pages that somebody's browser shows at the same time. */
@Timeout(60)
final class SafeHeadersTest {

    private final Server server = serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/rules, 200",
        "HEAD, /v1/schema, 200",
        "POST, /v1/advice, 200",
        "GET, /health/live, 200",
        "GET, /nowhere, 404",
        "DELETE, /v1/rules, 405",
        "POST, /v1/rules/check, 400"
    })
    void every_answer_has_the_headers_that_browsers_heed(String method, String path, int status) throws Exception {
        HttpResponse<String> response = send(to(server, path)
                .header("Content-Type", "application/json")
                .header("Origin", "http://page.example")
                .method(
                        method,
                        method.equals("POST") ? BodyPublishers.ofString("{\"id\":\"a\"}") : BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("same-origin");
        assertThat(response.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control-"))
                .doesNotContain("server", "x-powered-by", "strict-transport-security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.evil",
                "",
                "0.0.0.0",
                "[::2]:80"
            })
    void a_page_whose_name_was_made_to_point_here_reads_nothing(String host) throws Exception {
        String answer = ask("GET /v1/rules HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 421 ").contains("wrong-host").doesNotContain("r1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "127.1.2.3", "[::1]", "[::1]:8080"})
    void this_machine_is_answered_under_its_own_names(String host) throws Exception {
        assertThat(ask("GET /v1/rules HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void programs_that_send_no_host_are_answered() throws Exception {
        assertThat(ask("GET /v1/rules HTTP/1.0\r\n\r\n")).contains(" 200 OK", "r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost\r\nHost: evil.example\r\n", "Host: evil@localhost\r\n", ""})
    void a_host_that_is_not_clear_is_none(String hosts) throws Exception {
        try (Socket socket = connect(server)) {
            write(socket, "GET /v1/rules HTTP/1.1\r\n" + hosts + "\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("revision");
        }
    }

    @Test
    void a_page_cannot_send_what_a_browser_lets_it_send_unasked() throws Exception {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            for (String path : new String[] {"/v1/advice", "/v1/rules/check", "/v1/rules/rollback"}) {
                assertProblem(
                        send(to(server, path)
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString("{\"revision\":\"r1\"}"))),
                        415,
                        "wrong-content");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS"})
    void nothing_is_echoed_and_nothing_allowed_to_other_pages(String method) throws Exception {
        String answer = ask(method + " /v1/rules HTTP/1.1\r\nHost: localhost\r\nOrigin: http://page.example\r\n"
                + "Cookie: secret=1\r\nAccess-Control-Request-Method: POST\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405 ").doesNotContain("secret", "Access-Control", "page.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET /\u0001 HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n"})
    void what_is_no_http_gets_nothing_that_tells_of_us(String request) throws Exception {
        try (Socket socket = connect(server)) {
            write(socket, request);
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContainIgnoringCase("undertow", "exception", "java", "server:");
        }
    }

    private String ask(String request) throws Exception {
        try (Socket socket = connect(server)) {
            write(socket, request);
            return readUntil(socket, "}");
        }
    }
}
