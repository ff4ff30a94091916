package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static retention.http.Calls.logOf;
import static retention.http.Calls.serve;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retention.hostile.Control;
import retention.hostile.Wire;
import retention.hostile.Wire.Heard;

/** Heads of requests that nobody sends who means well. Each gets a clear answer or is hung up on, and nobody else notices. */
@Timeout(60)
final class HostileHeadsTest {

    private static final String HOST = "Host: localhost\r\n";
    private static final String ANNA = "{\"id\":\"Anna\"}";

    private final Server server = serve(Calls.patient(), Calls::advice);
    private final Control control = Control.of(server.port());

    @AfterEach
    void everybody_else_was_served() throws InterruptedException {
        try {
            control.assertServed(Duration.ofSeconds(10));
        } finally {
            server.close();
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("100,000 headers", get("/health/live", "HTTP/1.1", HOST + "X: y\r\n".repeat(100_000))),
                arguments(
                        "a header of 2 MB",
                        get("/health/live", "HTTP/1.1", HOST + "X: " + "y".repeat(2_000_000) + "\r\n")),
                arguments("a name of 2 MB", get("/health/live", "HTTP/1.1", HOST + "y".repeat(2_000_000) + ": 1\r\n")),
                arguments("a path of 2 MB", get("/" + "a".repeat(2_000_000), "HTTP/1.1", HOST)),
                arguments("5000 parameters", get("/health/live?" + "a=1&".repeat(5000), "HTTP/1.1", HOST)),
                arguments("a method of 1 MB", "A".repeat(1_000_000) + " / HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("a percent sign and nothing", get("/health/live%", "HTTP/1.1", HOST)),
                arguments("a percent sign and no digits", get("/health/%zz", "HTTP/1.1", HOST)),
                arguments("a query with a percent sign", get("/health/live?a=%", "HTTP/1.1", HOST)),
                arguments("a backslash", get("/v1\\rules", "HTTP/1.1", HOST)),
                arguments("a fragment", get("/v1/rules#x", "HTTP/1.1", HOST)),
                arguments("a control character", get("/v1/rul\u0001es", "HTTP/1.1", HOST)),
                arguments("letters that are no ASCII", get("/v1/r\u00fcles", "HTTP/1.1", HOST)),
                arguments("an authority", get("example.com:80", "HTTP/1.1", HOST)),
                arguments("an asterisk", get("*", "HTTP/1.1", HOST)),
                arguments("no slash", get("health/live", "HTTP/1.1", HOST)),
                arguments("no target", get("", "HTTP/1.1", HOST)),
                arguments("no host", get("/health/live", "HTTP/1.1", "")),
                arguments("two hosts", get("/health/live", "HTTP/1.1", HOST + HOST)),
                arguments("a host with an at sign", get("/health/live", "HTTP/1.1", "Host: a b/@\r\n")),
                arguments("HTTP 0.9", "GET /health/live\r\n"),
                arguments("HTTP 2 as text", get("/health/live", "HTTP/2.0", HOST)),
                arguments("HTTP 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"),
                arguments("small letters", get("/health/live", "http/1.1", HOST)),
                arguments("no HTTP", get("/health/live", "RTSP/1.0", HOST)),
                arguments("a greeting of TLS", "\u0016\u0003\u0001\0\u00c8\1\0\0\u00c4\3\3" + "\21".repeat(190)),
                arguments("all bytes there are", allBytes().repeat(4)),
                arguments("lines without carriage return", "GET /health/live HTTP/1.1\nHost: localhost\n\n"),
                arguments("lines without line feed", "GET /health/live HTTP/1.1\rHost: localhost\r\r"),
                arguments("a header without colon", get("/health/live", "HTTP/1.1", HOST + "bogus\r\n")),
                arguments("a header without name", get("/health/live", "HTTP/1.1", HOST + ": v\r\n")),
                arguments("a header with a NUL", get("/health/live", "HTTP/1.1", HOST + "X: a\0b\r\n")),
                arguments(
                        "a header with a lone carriage return", get("/health/live", "HTTP/1.1", HOST + "X: a\rb\r\n")),
                arguments("a blank before the first header", get("/health/live", "HTTP/1.1", " " + HOST)),
                arguments("a method with a NUL", "G\0T / HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("to be a proxy", "CONNECT example.com:443 HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void what_is_no_request_is_refused_and_the_connection_closed(String what, String head) throws Exception {
        String log = logOf(() -> {
            try (var wire = new Wire(server.port())) {
                assertThat(wire.say(head).hearAll())
                        .hasSizeLessThan(2)
                        .allMatch(status -> status >= 400 && status < 500);
            }
        });
        assertThat(log).doesNotContain("ERROR", "WARN", "Exception", "\tat ", "Anna");
    }

    static Stream<Arguments> elsewhere() {
        return Stream.of(
                        "//v1/advice",
                        "/v1//advice",
                        "/v1/../v1/advice",
                        "/v1/./advice",
                        "/v1/%2e%2e/v1/advice",
                        "/v1%2fadvice",
                        "/v1/advice/",
                        "/v1/advice%00",
                        "/V1/Advice",
                        "/v1/advice%20",
                        "/%c0%afv1/advice",
                        "/%ff")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void a_path_that_only_resembles_one_leads_nowhere(String path) throws Exception {
        try (var wire = new Wire(server.port())) {
            Heard heard = wire.say(post(path, "")).hear();
            assertThat(heard).extracting(Heard::status).isEqualTo(404);
            assertThat(wire.say(post("/v1/advice", "")).hear())
                    .extracting(Heard::status)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_method_that_is_not_offered_has_no_effect(String method, String path) throws Exception {
        try (var wire = new Wire(server.port())) {
            Heard heard = wire.say(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Secret: s3cret\r\n\r\n")
                    .hear();
            assertThat(heard.status()).isIn(404, 405);
            assertThat(heard.body()).doesNotContain("s3cret");
        }
    }

    static Stream<Arguments> methods() {
        return Stream.of("TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "PROPFIND", "FOO")
                .flatMap(method -> Stream.of(arguments(method, "/v1/advice"), arguments(method, "/health/live")));
    }

    @Test
    void an_older_http_is_answered_and_closed() throws Exception {
        try (var wire = new Wire(server.port())) {
            assertThat(wire.say("GET /health/live HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .hearAll())
                    .containsExactly(200);
        }
    }

    @Test
    void nobody_changes_the_protocol() throws Exception {
        for (String to :
                List.of("h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA", "websocket\r\nSec-WebSocket-Version: 13")) {
            try (var wire = new Wire(server.port())) {
                wire.say(get("/health/live", "HTTP/1.1", HOST + "Connection: Upgrade\r\nUpgrade: " + to + "\r\n"));
                assertThat(wire.hear()).extracting(Heard::status).isEqualTo(200);
            }
        }
    }

    @Test
    void who_asks_leave_for_a_body_that_is_refused_is_not_told_to_go_on() throws Exception {
        try (var wire = new Wire(server.port())) {
            String head = """
                    POST /v1/advice HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: text/plain\r
                    Expect: 100-continue\r
                    Content-Length: 1000\r
                    \r
                    """;
            List<Integer> heard = wire.say(head).hearAll();
            assertThat(heard).containsExactly(415);
        }
    }

    @Test
    void a_hundred_requests_at_once_are_answered_in_order() throws Exception {
        try (var wire = new Wire(server.port())) {
            wire.say((post("/v1/advice", "") + post("/nowhere", "")).repeat(50));
            for (int i = 0; i < 100; i++) {
                assertThat(wire.hear()).extracting(Heard::status).isEqualTo(i % 2 == 0 ? 200 : 404);
            }
        }
    }

    private static String get(String target, String version, String headers) {
        return "GET " + target + " " + version + "\r\n" + headers + "\r\n";
    }

    private static String post(String path, String headers) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 13\r\n" + headers
                + "\r\n" + ANNA;
    }

    private static String allBytes() {
        var all = new StringBuilder();
        for (char each = 0; each < 256; each++) {
            all.append(each);
        }
        return all.toString();
    }
}
