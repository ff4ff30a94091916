package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static retention.http.Calls.serve;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retention.hostile.Control;
import retention.hostile.Wire;

/**
 * Requests of which it is not clear where they end. Whoever stands before the server may see another end, so whatever
 * follows on the connection must not be taken for a request.
 */
@Timeout(60)
final class SmugglingTest {

    private static final String ANNA = "{\"id\":\"Anna\"}";
    private static final String CHUNK = "d\r\n" + ANNA + "\r\n0\r\n\r\n";
    private static final String SMUGGLED =
            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 19\r\n\r\n{\"id\":\"Smuggled__\"}";

    private final AtomicInteger smuggled = new AtomicInteger();
    private final Server server = serve(Calls.patient(), customer -> {
        smuggled.addAndGet(customer.id().startsWith("Smuggled") ? 1 : 0);
        return Calls.advice(customer);
    });
    private final Control control = Control.of(server.port());

    @AfterEach
    void everybody_else_was_served() throws InterruptedException {
        try {
            control.assertServed(Duration.ofSeconds(10));
        } finally {
            server.close();
        }
    }

    static Stream<Arguments> unclear() {
        return Stream.of(
                arguments("two lengths", "Content-Length: 13\r\nContent-Length: 0\r\n", ANNA),
                arguments("two lengths, the other way round", "Content-Length: 0\r\nContent-Length: 13\r\n", ANNA),
                arguments("two lengths in one", "Content-Length: 13, 0\r\n", ANNA),
                arguments("the same length twice", "Content-Length: 13\r\nContent-Length: 13\r\n", ANNA),
                arguments("a length below zero", "Content-Length: -1\r\n", ANNA),
                arguments("a length with a plus", "Content-Length: +13\r\n", ANNA),
                arguments("a length in hexadecimals", "Content-Length: 0xd\r\n", ANNA),
                arguments("a length with a blank in it", "Content-Length: 1 3\r\n", ANNA),
                arguments("an empty length", "Content-Length: \r\n", ANNA),
                arguments("no number", "Content-Length: a\r\n", ANNA),
                arguments("a blank behind the name", "Content-Length : 13\r\n", ANNA),
                arguments("length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
                arguments("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 28\r\n", CHUNK),
                arguments("an unknown encoding", "Transfer-Encoding: xchunked\r\nContent-Length: 13\r\n", ANNA),
                arguments("identity", "Transfer-Encoding: identity\r\nContent-Length: 13\r\n", ANNA),
                arguments("a length of 23 digits", "Content-Length: 99999999999999999999999\r\n", ANNA),
                arguments("chunks not last", "Transfer-Encoding: chunked, identity\r\n", CHUNK),
                arguments("two codings in one", "Transfer-Encoding: gzip, chunked\r\n", CHUNK),
                arguments("two encodings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", CHUNK),
                arguments(
                        "two encodings the other way", "Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n", CHUNK),
                arguments("a blank behind the encoding's name", "Transfer-Encoding : chunked\r\n", CHUNK),
                arguments("a tab of another kind", "Transfer-Encoding: \u000bchunked\r\n", CHUNK),
                arguments("a chunk below zero", "Transfer-Encoding: chunked\r\n", "-" + CHUNK),
                arguments("a chunk with a prefix", "Transfer-Encoding: chunked\r\n", "0x" + CHUNK),
                arguments("a chunk without size", "Transfer-Encoding: chunked\r\n", "\r\n" + CHUNK),
                arguments("a chunk that is no number", "Transfer-Encoding: chunked\r\n", "z" + CHUNK),
                arguments("a chunk of more than 64 bits", "Transfer-Encoding: chunked\r\n", "1000000000000000" + CHUNK),
                arguments("a chunk without its end", "Transfer-Encoding: chunked\r\n", "d\r\n" + ANNA + "0\r\n\r\n"),
                arguments("a length on two lines", "Content-Length:\n 13\r\n", ANNA),
                arguments("a header with a NUL", "X: a\0\r\nContent-Length: 13\r\n", ANNA),
                arguments(
                        "a header with a lone carriage return",
                        "X: a\rContent-Length: 0\r\nContent-Length: 13\r\n",
                        ANNA));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unclear")
    void what_follows_a_request_without_a_clear_end_is_never_answered(String what, String headers, String body)
            throws Exception {
        try (var wire = new Wire(server.port())) {
            List<Integer> heard = wire.say(
                            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + headers + "\r\n" + body + SMUGGLED)
                    .hearAll();
            assertThat(heard).hasSizeLessThan(2).allMatch(status -> status == 400 || status == 501);
            assertThat(smuggled).hasValue(0);
        }
    }

    @Test
    void requests_with_a_clear_end_may_follow_each_other_at_once() throws Exception {
        String one =
                "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n"
                        + ANNA;
        String two =
                "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + CHUNK;
        try (var wire = new Wire(server.port())) {
            wire.say((one + two).repeat(50) + SMUGGLED).finish();
            assertThat(wire.hearAll()).hasSize(101).containsOnly(200);
        }
    }
}
