package retention.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import org.junit.jupiter.params.provider.ValueSource;
import retention.hostile.Control;
import retention.hostile.Wire;
import retention.hostile.Wire.Heard;

/** Bodies that nobody sends who means well. Each gets a clear answer, and an honest client beside it notices nothing. */
@Timeout(60)
final class HostileBodiesTest {

    private static final String ANNA = "{\"id\":\"Anna\"}";
    private static final String HEAD =
            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

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

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("100,000 lists in each other", "[".repeat(100_000)),
                arguments("100,000 objects in each other", "{\"a\":".repeat(100_000)),
                arguments("100,000 lists in a list of facts", "{\"id\":\"a\",\"orders\":" + "[".repeat(100_000)),
                arguments("100,000 lists in own facts", "{\"id\":\"a\",\"extensions\":" + "{\"a\":[".repeat(100_000)),
                arguments("a list of 500,000 numbers", "{\"id\":\"a\",\"orders\":[" + "1,".repeat(500_000) + "1]}"),
                arguments("a list of 300,000 items", "{\"id\":\"a\",\"orders\":[" + "{},".repeat(300_000) + "{}]}"),
                arguments("90,000 unknown keys", "{\"id\":\"a\"" + ",\"x\":1".repeat(90_000) + "}"),
                arguments("a number beyond all numbers", facts("1e999999999")),
                arguments("a number below all numbers", facts("-1e999999999")),
                arguments("a number of 100,000 digits", facts("9".repeat(100_000))),
                arguments("a number of 900,000 digits", facts("9".repeat(900_000))),
                arguments("a fraction of 100,000 digits", facts("0." + "9".repeat(100_000))),
                arguments("an exponent of 100,000 digits", facts("1e" + "9".repeat(100_000))),
                arguments("not a number", facts("NaN")),
                arguments("a text of 900,000 letters", "{\"id\":\"" + "a".repeat(900_000) + "\"}"),
                arguments("a key of 900,000 letters", "{\"" + "a".repeat(900_000) + "\":1}"),
                arguments("a slash in two bytes", "{\"id\":\"\u00c0\u00af\"}"),
                arguments("a slash in three bytes", "{\"id\":\"\u00e0\u0080\u00af\"}"),
                arguments("a slash in four bytes", "{\"id\":\"\u00f0\u0080\u0080\u00af\"}"),
                arguments("beyond all characters", "{\"id\":\"\u00f4\u0090\u0080\u0080\"}"),
                arguments("half a pair, escaped", "{\"id\":\"\\ud800\"}"),
                arguments("two bytes a character", "{\0\"\0i\0d\0\"\0:\0\"\0a\0\"\0}\0"),
                arguments("four bytes a character", "\0\0\0{\0\0\0\"\0\0\0i\0\0\0d"),
                arguments("half a pair in bytes", "{\"id\":\"\u00ed\u00a0\u0080\"}"),
                arguments("a character cut off", "{\"id\":\"\u00e2\u0082\"}"),
                arguments("a byte that no character has", "{\"id\":\"\u00ff\"}"),
                arguments("a character cut off by the end", "{\"id\":\"\u00e2"),
                arguments("the same key twice", "{\"id\":\"a\",\"id\":\"b\"}"),
                arguments("the same key twice, once escaped", "{\"id\":\"a\",\"\\u0069d\":\"b\"}"),
                arguments("a NUL in a text", "{\"id\":\"a\0b\"}"),
                arguments("a NUL behind it", ANNA + "\0"),
                arguments("nothing but NULs", "\0".repeat(10_000)),
                arguments("two customers", ANNA + ANNA),
                arguments("a comment", "/* */" + ANNA),
                arguments("nothing", ""),
                arguments("null", "null"),
                arguments("a number", "1"),
                arguments("a text", "\"Anna\""),
                arguments("a list", "[" + ANNA + "]"),
                arguments("an id that is no text", "{\"id\":{\"$ne\":null}}"),
                arguments("a class to make", "{\"@class\":\"java.lang.Thread\",\"id\":\"a\"}"));
    }

    private static String facts(String number) {
        return "{\"id\":\"a\",\"relationship\":{\"wishListItems\":" + number + "}}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void what_is_no_customer_is_refused_and_the_next_request_answered(String what, String body) throws Exception {
        String log = logOf(() -> {
            try (var wire = new Wire(server.port())) {
                Heard refused = wire.say(request(body)).hear();
                saysWhatIsWrong(refused);
                Heard next = wire.say(request(ANNA)).hear();
                assertThat(next).extracting(Heard::status).isEqualTo(200);
            }
        });
        assertThat(log).doesNotContain("ERROR", "WARN", "Exception", "\tat ", "Anna");
    }

    /** Every problem names no value that was sent, and is short whatever was sent. */
    private static void saysWhatIsWrong(Heard refused) {
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(refused.body()
                        .replaceAll("[0-9a-f]{32}", "")) // the trace, where four letters may be the same by chance
                .contains("urn:retention:problem:bad-request")
                .doesNotContain("9999", "aaaa", "jackson");
        assertThat(refused.body().length()).isLessThan(1000);
    }

    @Test
    void the_same_lines_in_a_stream_are_refused_one_by_one() throws Exception {
        List<String> bad = bodies().map(each -> (String) each.get()[1])
                .filter(body -> !body.replace("\0", "").isEmpty()) // blank lines are no customers
                .toList();
        String stream = String.join("\n" + ANNA + "\n", bad) + "\n" + ANNA;
        try (var wire = new Wire(server.port())) {
            Heard heard = wire.say(request(stream).replace("application/json", "application/x-ndjson"))
                    .hear();
            List<String> lines = heard.body().lines().toList();
            assertThat(lines).hasSize(2 * bad.size());
            for (int i = 0; i < lines.size(); i += 2) {
                assertThat(lines.get(i)).contains("\"status\":400,");
                assertThat(lines.get(i + 1)).startsWith("{\"customer\":\"Anna\"");
            }
        }
    }

    @Test
    void a_body_that_is_longer_than_it_may_be_is_refused_before_it_is_all_there() throws Exception {
        for (String how :
                new String[] {"Content-Length: 99999999999\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n5f5e100\r\n"}) {
            try (var wire = new Wire(server.port())) {
                Heard heard = wire.say(HEAD + how + " ".repeat(2_000_000)).hear();
                assertThat(heard).extracting(Heard::status).isEqualTo(413);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/plain"})
    void chunks_that_end_oddly_end_the_connection_and_are_no_fault_of_ours(String type) throws Exception {
        String log = logOf(() -> {
            for (String trailer : List.of("a", ": a", "\0", "a: b\r\nc", "\u00e9: b", "\u00ff")) {
                try (var wire = new Wire(server.port())) {
                    wire.say(HEAD.replace("application/json", type) + "Transfer-Encoding: chunked\r\n\r\n");
                    wire.say("d\r\n" + ANNA + "\r\n0\r\n" + trailer + "\r\n\r\n" + request(ANNA))
                            .finish();
                    assertThat(wire.hearAll()).as(trailer).doesNotContain(500);
                }
            }
        });
        assertThat(log).doesNotContain("ERROR", "a request failed");
    }

    @Test
    void whose_body_will_be_cut_off_is_told_that_the_connection_ends() throws Exception {
        int most = 16 << 20;
        try (var wire = new Wire(server.port())) {
            Heard refused = wire.say(request(" ".repeat(most - 1))).hear();
            assertThat(refused).extracting(Heard::status, Heard::last).containsExactly(413, false);
            assertThat(wire.say(request(ANNA)).hear()).extracting(Heard::status).isEqualTo(200);
        }
        try (var wire = new Wire(server.port())) {
            Heard refused = wire.say(request(" ".repeat(most))).hear();
            assertThat(refused).extracting(Heard::status, Heard::last).containsExactly(413, true);
        }
    }

    private static String request(String body) {
        return HEAD + "Content-Length: " + body.getBytes(ISO_8859_1).length + "\r\n\r\n" + body;
    }
}
