package retention.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.http.Calls.assertProblem;
import static retention.http.Calls.connect;
import static retention.http.Calls.json;
import static retention.http.Calls.post;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.send;
import static retention.http.Calls.serve;
import static retention.http.Calls.to;
import static retention.http.Calls.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may carry. */
final class BodyTest {

    private static final String JSON = "application/json";
    private static final String ANNA = "{\"id\":\"Anna\"}";

    private final Server server = serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON"})
    void the_content_type_may_be_written_in_any_way_the_standard_allows(String type) throws Exception {
        assertThat(post(server, type, ANNA).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonp", ";", "application/json; charset=utf-16"})
    void another_content_type_is_told_what_to_send(String type) throws Exception {
        HttpResponse<String> response = post(server, type, ANNA);
        assertProblem(response, 415, "wrong-content");
        assertThat(json(response).at("/detail").asString()).contains(JSON, "application/x-ndjson");
    }

    @Test
    void a_missing_content_type_and_a_compressed_body_are_refused() throws Exception {
        assertProblem(send(to(server, "/v1/advice").POST(BodyPublishers.ofString(ANNA))), 415, "wrong-content");
        assertProblem(
                send(to(server, "/v1/advice")
                        .header("Content-Type", JSON)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString(ANNA))),
                415,
                "wrong-content");
    }

    @ParameterizedTest
    @CsvSource({"true,200,200", "false,200,200", "true,201,413", "false,201,413", "true,10000,413", "false,10000,413"})
    void a_body_may_have_as_many_bytes_as_the_limit_says(boolean lengthKnown, int bytes, int status) throws Exception {
        byte[] body = (ANNA + " ".repeat(bytes - ANNA.length())).getBytes(UTF_8);
        HttpResponse<String> response = post(
                server,
                JSON,
                lengthKnown
                        ? BodyPublishers.ofByteArray(body)
                        : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void a_body_that_is_far_too_large_is_told_the_limit_at_once_and_cut_off() throws Exception {
        try (Socket socket = connect(server)) {
            write(socket, """
                    POST /v1/advice HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 9000000000\r
                    \r
                    """);
            assertThat(readUntil(socket, "}")).contains(" 413 ", "problem:too-large", "200 bytes");
            assertThatThrownBy(() -> write(socket, " ".repeat(50_000_000))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_client_that_waits_for_leave_to_send_its_body_gets_it() throws Exception {
        HttpResponse<String> response = send(to(server, "/v1/advice")
                .header("Content-Type", JSON)
                .expectContinue(true)
                .POST(BodyPublishers.ofString(ANNA)));
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
