package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.connect;
import static retention.http.Calls.logOf;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.serve;
import static retention.http.Calls.write;

import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads that leave it open where the body ends. */
@Timeout(60)
final class FramingTest {

    private final Server server = serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST /v1/advice HTTP/1.1    | Content-Length: 99999999999999999999999
            GET /health/live HTTP/1.1   | Content-Length: 99999999999999999999999
            GET /nowhere HTTP/1.1       | Content-Length: 99999999999999999999999
            POST /v1/advice HTTP/1.1    | Transfer-Encoding: gzip, chunked
            POST /v1/advice HTTP/1.0    | Transfer-Encoding: chunked
            """)
    void are_refused_with_a_problem_and_no_second_request_is_answered(String start, String framing) throws Exception {
        String log = logOf(() -> {
            try (Socket socket = connect(server)) {
                write(
                        socket,
                        start + "\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: keep-alive\r\n"
                                + framing + "\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
                String answer = readToEnd(socket);
                assertThat(answer).contains(" 400 ", "Connection: close", "urn:retention:problem:bad-request");
                assertThat(answer).containsOnlyOnce("Date: ");
            }
        });
        assertThat(log).doesNotContain("ERROR", "WARN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void two_content_types_are_one_too_many(String second) throws Exception {
        try (Socket socket = connect(server)) {
            write(
                    socket,
                    "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Type: "
                            + second + "\r\nContent-Length: 13\r\n\r\n{\"id\":\"Anna\"}");
            assertThat(readUntil(socket, "}")).contains(" 400 ", "stands twice");
        }
    }

    /** A connection may also be reset, once the answer is there. */
    private static String readToEnd(Socket socket) throws Exception {
        var answer = new StringBuilder(readUntil(socket, "}"));
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
            }
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return answer.toString();
    }
}
