package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.connect;
import static retention.http.Calls.get;
import static retention.http.Calls.openStream;
import static retention.http.Calls.post;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.serve;
import static retention.http.Calls.write;
import static retention.http.Calls.writeChunk;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retention.advice.Advice;
import retention.facts.Customer;

/** Bodies that arrive in parts, late or never. */
@Timeout(60)
final class SlowBodyTest {

    private static final String JSON = "application/json";
    private static final String ANNA = "{\"id\":\"Anna\"}";
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Limits HURRIED = Calls.limits(2, SOON, Duration.ofSeconds(30), Duration.ofSeconds(20));

    private Server server = serve(Calls::advice);
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/v1/advice,application/json", "/v1/advice,text/plain", "/nowhere,text/plain"})
    void half_a_body_keeps_nobody_else_waiting(String path, String type) throws Exception {
        for (int i = 0; i < 2 * Calls.SMALL.workers(); i++) {
            write(client(), head(path, type, "Content-Length: 50") + "{\"id");
        }
        assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
        assertThat(get(server, "/v1/rules").statusCode()).isEqualTo(200);
        assertThat(get(server, "/v1/schema").statusCode()).isEqualTo(200);
        assertThat(post(server, JSON, ANNA).statusCode()).isEqualTo(200);
    }

    @Test
    void what_can_be_read_is_there_while_every_worker_is_busy() throws Exception {
        var busy = new CountDownLatch(Calls.SMALL.workers());
        var go = new CountDownLatch(1);
        restart(Calls.SMALL, customer -> {
            busy.countDown();
            await(go);
            return Calls.advice(customer);
        });
        for (int i = 0; i < Calls.SMALL.workers(); i++) {
            write(client(), head("/v1/advice", JSON, "Content-Length: 13") + ANNA);
        }
        busy.await();
        for (String path : List.of("/health/live", "/health/ready", "/v1/rules", "/v1/schema")) {
            assertThat(get(server, path).statusCode()).isEqualTo(200);
        }
        go.countDown();
        for (Socket socket : open) {
            assertThat(readUntil(socket, "\"Anna\"")).contains(" 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 200,' '", "Transfer-Encoding: chunked,'1\r\n \r\n'"})
    void a_body_that_trickles_is_refused_when_its_time_is_up(String framing, String trickle) throws Exception {
        restart(HURRIED, Calls::advice);
        Socket socket = client();
        write(socket, head("/v1/advice", JSON, framing));
        trickleUntilAnswered(socket, trickle);
        assertThat(readUntil(socket, "}"))
                .contains("TP/1.1 408 ", "Connection: close", "problem+json", "urn:retention:problem:too-slow");
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(post(server, JSON, ANNA).statusCode()).isEqualTo(200);
    }

    @Test
    void a_refused_body_that_does_not_end_is_cut_off_when_its_time_is_up() throws Exception {
        restart(HURRIED, Calls::advice);
        Socket socket = client();
        write(socket, head("/nowhere", JSON, "Content-Length: 50") + "{");
        assertThat(readUntil(socket, "}")).contains(" 404 ").doesNotContain("Connection: close");
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_stream_may_take_longer_than_a_body() throws Exception {
        restart(HURRIED, Calls::advice);
        Socket stream = openStream(server);
        open.add(stream);
        long end = System.nanoTime() + SOON.multipliedBy(2).toNanos();
        while (System.nanoTime() < end) {
            writeChunk(stream, ANNA + "\n");
            readUntil(stream, "}\n");
        }
        write(stream, "0\r\n\r\n");
        assertThat(readUntil(stream, "0\r\n\r\n")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 13", "Transfer-Encoding: chunked"})
    void a_failure_after_a_late_body_is_an_internal_error_and_the_connection_lives(String framing) throws Exception {
        restart(Calls.SMALL, customer -> {
            throw new IllegalStateException("secret");
        });
        Socket socket = client();
        for (int i = 0; i < 2; i++) {
            askLeave(socket, framing);
            write(socket, framing.endsWith("chunked") ? "d\r\n" + ANNA + "\r\n0\r\n\r\n" : ANNA);
            assertThat(readUntil(socket, "}"))
                    .contains(" 500 ", "urn:retention:problem:internal")
                    .doesNotContain("secret");
        }
    }

    @Test
    void a_late_body_that_is_too_long_is_told_so_and_the_connection_lives() throws Exception {
        Socket socket = client();
        for (int i = 0; i < 2; i++) {
            askLeave(socket, "Transfer-Encoding: chunked");
            writeChunk(socket, " ".repeat(201));
            assertThat(readUntil(socket, "}")).contains(" 413 ", "urn:retention:problem:too-large");
            write(socket, "0\r\n\r\n");
        }
    }

    /** Sends only the head, so that the body is not there when it is first looked for. */
    private static void askLeave(Socket socket, String framing) throws IOException {
        write(socket, head("/v1/advice", JSON, framing + "\r\nExpect: 100-continue"));
        assertThat(readUntil(socket, "\r\n\r\n")).contains(" 100 ");
    }

    private static void trickleUntilAnswered(Socket socket, String trickle) throws IOException {
        int patience = socket.getSoTimeout();
        socket.setSoTimeout(10);
        boolean answered = false;
        while (!answered) {
            write(socket, trickle);
            try {
                answered = socket.getInputStream().read() >= 0;
            } catch (SocketTimeoutException notYet) {
                assertThat(socket.isClosed()).isFalse();
            }
        }
        socket.setSoTimeout(patience);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException cutOff) {
            throw new IllegalStateException(cutOff);
        }
    }

    private Socket client() throws IOException {
        Socket socket = connect(server);
        open.add(socket);
        return socket;
    }

    private static String head(String path, String type, String framing) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + framing + "\r\n\r\n";
    }

    private void restart(Limits limits, Function<Customer, Advice> advise) {
        server.close();
        server = serve(limits, advise);
    }
}
