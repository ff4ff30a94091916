package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.customers;
import static retention.http.Calls.lines;
import static retention.http.Calls.logOf;
import static retention.http.Calls.openStream;
import static retention.http.Calls.post;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.serve;
import static retention.http.Calls.writeChunk;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Many customers in one request. */
@Timeout(60)
final class StreamTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String ANNA = "{\"id\":\"Anna\"}";

    private Server server = serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_line_gets_its_answer_in_order() throws Exception {
        HttpResponse<String> response =
                post(server, NDJSON, "{\"id\":\"A\"}\n\r\n \t\n{\"id\":\"B\"}\r\n\n{\"id\":\"C\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(NDJSON);
        assertThat(customers(response)).containsExactly("A", "B", "C");
    }

    @Test
    void a_bad_line_in_a_stream_does_not_stop_the_others() throws Exception {
        HttpResponse<String> response =
                post(server, NDJSON, "\n" + ANNA + "\n\n{\"id\":\"B\",\"sinse\":1}\n{\n" + ANNA);
        List<JsonNode> lines = lines(response);
        assertThat(customers(response)).containsExactly("Anna", "", "", "Anna");
        JsonNode problem = lines.get(1);
        assertThat(problem.at("/type").asString()).isEqualTo("urn:retention:problem:bad-request");
        assertThat(problem.at("/title").asString()).isNotBlank();
        assertThat(problem.at("/status").asInt()).isEqualTo(400);
        assertThat(problem.at("/detail").asString()).isEqualTo("sinse: is not known - did you mean \"since\"?");
        assertThat(problem.at("/line").asInt()).isEqualTo(4);
        assertThat(problem.at("/path").asString()).isEqualTo("sinse");
        assertThat(lines.get(2).at("/line").asInt()).isEqualTo(5);
    }

    @Test
    void lines_that_fail_tell_nothing_and_are_logged_once_for_the_whole_stream() throws Exception {
        server.close();
        server = serve(customer -> {
            throw new IllegalStateException("secret");
        });
        String log = logOf(() -> {
            HttpResponse<String> response = post(server, NDJSON, ANNA + "\n" + ANNA + "\n");
            assertThat(lines(response))
                    .hasSize(2)
                    .allMatch(line -> line.at("/status").asInt() == 500);
            assertThat(response.body()).doesNotContain("secret", "IllegalState");
        });
        assertThat(log).containsOnlyOnce("IllegalStateException").doesNotContain("secret");
    }

    @Test
    void a_line_that_is_too_long_does_not_stop_the_others() throws Exception {
        String fits = ANNA + " ".repeat(100 - ANNA.length());
        String stream = String.join("\n", fits, fits + " ", ANNA, "x".repeat(1_000_000), ANNA, fits + " ");
        HttpResponse<String> response = post(server, NDJSON, stream);
        assertThat(customers(response)).containsExactly("Anna", "", "Anna", "", "Anna", "");
        assertThat(lines(response).get(3).at("/status").asInt()).isEqualTo(413);
        assertThat(lines(response).get(3).at("/line").asInt()).isEqualTo(4);
        assertThat(lines(response).get(3).at("/detail").asString()).contains("100 bytes");
    }

    @Test
    void a_client_that_sends_a_line_and_waits_gets_its_answer() throws Exception {
        try (Socket socket = openStream(server)) {
            writeChunk(socket, "{\"id\":\"A\"}\n");
            assertThat(readUntil(socket, "}\n")).contains(" 200 ", "\"A\"");
            writeChunk(socket, "{\"id\":\"B\"}\n{\"id\":"); // a line and a half
            assertThat(readUntil(socket, "}\n")).contains("\"B\"");
            writeChunk(socket, "\"C\"}");
            Calls.write(socket, "0\r\n\r\n");
            assertThat(readUntil(socket, "0\r\n\r\n")).contains("\"C\"");
        }
    }

    @Test
    void a_stream_may_be_far_longer_than_a_body() throws Exception {
        String ids = IntStream.range(0, 200_000)
                .mapToObj(i -> "{\"id\":\"" + i + "\"}")
                .collect(Collectors.joining("\n"));
        assertThat(post(server, NDJSON, ids).body().lines()).hasSize(200_000);
    }
}
