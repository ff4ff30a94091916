package retention.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.http.Calls.customers;
import static retention.http.Calls.logOf;
import static retention.http.Calls.openStream;
import static retention.http.Calls.post;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.serve;
import static retention.http.Calls.writeChunk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams whose client stalls, goes away or is one too many. */
@Timeout(60)
final class StreamClientsTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String ANNA = "{\"id\":\"Anna\"}";
    private static final long ENDLESS = 500_000_000;

    private Server server = serve(Calls::advice);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_client_that_reads_no_answers_is_not_read_from() throws Exception {
        try (SocketChannel client = clientThatDoesNotRead()) {
            assertThat(sendUntilStuck(client)).isLessThan(ENDLESS);
        }
    }

    @Test
    void a_client_that_never_reads_is_cut_off() throws Exception {
        restart(Calls.limits(2, Duration.ofMillis(300), Duration.ofSeconds(20)));
        try (SocketChannel client = clientThatDoesNotRead()) {
            assertThatThrownBy(() -> sendUntilStuck(client)).isInstanceOf(IOException.class);
        }
        assertThat(afterBusy().statusCode()).isEqualTo(200);
    }

    @Test
    void a_client_that_goes_away_leaves_no_trace_and_harms_nobody() throws Exception {
        String log = logOf(() -> {
            for (boolean abruptly : new boolean[] {true, false}) {
                Socket socket = openStream(server);
                writeChunk(socket, ANNA + "\n{\"id\":");
                readUntil(socket, "}\n");
                socket.setSoLinger(abruptly, 0);
                socket.close();
            }
            assertThat(customers(post(server, NDJSON, ANNA))).containsExactly("Anna");
            server.close(); // waits until the server has noticed
        });
        assertThat(log).doesNotContain("Exception", "WARN", "ERROR");
    }

    @Test
    void streams_leave_threads_for_single_requests() throws Exception {
        try (Socket first = openStream(server);
                Socket second = openStream(server)) {
            for (Socket stream : List.of(first, second)) {
                writeChunk(stream, ANNA + "\n");
                readUntil(stream, "}\n");
            }
            HttpResponse<String> third = post(server, NDJSON, ANNA);
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(post(server, "application/json", ANNA).statusCode()).isEqualTo(200);
            Calls.write(first, "0\r\n\r\n");
            readUntil(first, "0\r\n\r\n");
            assertThat(afterBusy().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_stream_on_which_nothing_moves_is_closed() throws Exception {
        restart(Calls.limits(2, Duration.ofMillis(300), Duration.ofSeconds(20)));
        try (Socket socket = openStream(server)) {
            writeChunk(socket, ANNA + "\n");
            readUntil(socket, "}\n");
            assertThatThrownBy(() -> readUntil(socket, "never"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ended");
        }
        assertThat(afterBusy().statusCode()).isEqualTo(200);
    }

    private SocketChannel clientThatDoesNotRead() throws IOException {
        String head = """
                POST /v1/advice HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-ndjson\r
                Content-Length: 4000000000\r
                \r
                """;
        var client = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        client.write(ByteBuffer.wrap(head.getBytes(UTF_8)));
        client.configureBlocking(false);
        return client;
    }

    /** Bytes that could be sent before two seconds went by in which nothing more could be. */
    private static long sendUntilStuck(SocketChannel client) throws IOException {
        byte[] customers = (ANNA + "\n").repeat(1000).getBytes(UTF_8);
        long sent = 0;
        try (var selector = Selector.open()) {
            client.register(selector, SelectionKey.OP_WRITE);
            while (sent < ENDLESS && selector.select(2000) > 0) {
                selector.selectedKeys().clear();
                sent += client.write(ByteBuffer.wrap(customers));
            }
        }
        return sent;
    }

    /** The thread of a stream is free a moment after its client sees the end. */
    private HttpResponse<String> afterBusy() throws Exception {
        HttpResponse<String> response = post(server, NDJSON, ANNA);
        while (response.statusCode() == 503) {
            response = post(server, NDJSON, ANNA);
        }
        return response;
    }

    private void restart(Limits limits) {
        server.close();
        server = serve(limits, Calls::advice);
    }
}
