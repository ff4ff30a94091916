package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.TinyRules;

/** A server process that is told to stop by signals, as systemd, containers and people do it. */
@Timeout(120)
class StopTest {

    private static final String CUSTOMER = "{\"id\":\"anna\",\"asOf\":\"2026-06-01\"}\n";

    @TempDir
    private Path temp;

    @BeforeEach
    void rules() {
        new TinyRules(temp.resolve("rules")).filler();
    }

    @Test
    void running_work_is_finished_and_new_work_on_an_open_connection_refused() throws Exception {
        try (Served server = serve();
                Line stream = new Line(server);
                Line other = new Line(server)) {
            assertThat(stream.begin()).startsWith("{\"customer\":\"anna\"");
            assertThat(other.ask("/v1/rules/revisions")).startsWith("HTTP/1.1 200");
            server.signal("TERM");
            awaitLog("new requests are refused, 1 running ones have 10 s");
            assertThat(other.ask("/v1/rules/revisions"))
                    .startsWith("HTTP/1.1 503")
                    .contains("\nConnection: close\n");
            assertThat(other.in.read()).as("it hung up").isEqualTo(-1);
            assertThat(stream.more()).startsWith("{\"customer\":\"anna\"");
            assertThat(stream.end()).isEqualTo("0");
            assertThat(server.ended()).isZero();
            awaitLog("all requests were finished");
        }
    }

    @Test
    void what_runs_longer_is_cut_off_and_counted() throws Exception {
        try (Served server = serve("--drain", "1");
                Line stream = new Line(server)) {
            stream.begin();
            server.signal("INT");
            assertThat(server.ended()).isZero();
            awaitLog("1 requests ran longer and were cut off");
        }
    }

    @Test
    void before_that_it_may_say_for_a_while_that_it_is_not_ready_and_a_second_signal_ends_it_at_once()
            throws Exception {
        try (Served server = serve("--drain-delay", "3600");
                Line line = new Line(server)) {
            server.signal("TERM");
            awaitLog("not ready any more; requests are refused in 3600 s");
            assertThat(line.ask("/v1/schema")).startsWith("HTTP/1.1 200").contains("\nConnection: close\n");
            try (Line balancer = new Line(server)) {
                assertThat(balancer.ask("/health/ready")).startsWith("HTTP/1.1 503");
            }
            server.signal("TERM");
            assertThat(server.ended()).isEqualTo(128 + 15);
        }
    }

    private Served serve(String... settings) throws IOException {
        return Served.start(
                temp.resolve("rules"),
                temp.resolve("state"),
                temp.resolve("log"),
                List.of("-XX:+UseParallelGC"),
                settings);
    }

    private void awaitLog(String words) throws Exception {
        while (!Files.readString(temp.resolve("log")).contains(words)) {
            Thread.sleep(10);
        }
    }

    /** A connection that stays open. */
    private static final class Line implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Line(Served server) throws IOException {
            URI address = URI.create(server.address());
            socket = new Socket(address.getHost(), address.getPort());
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Status and headers of the answer; its body is left unread. */
        String ask(String path) throws IOException {
            send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String head = head();
            String length = head.replaceFirst("(?s).*\nContent-Length: (\\d+)\n.*", "$1");
            for (int left = Integer.parseInt(length); left > 0; left--) {
                in.read();
            }
            return head;
        }

        /** Begins a stream with one customer; gives back their advice. */
        String begin() throws IOException {
            send("""
                    POST /v1/advice HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    \r
                    """);
            customer();
            assertThat(head()).startsWith("HTTP/1.1 200");
            return chunk();
        }

        String more() throws IOException {
            customer();
            return chunk();
        }

        /** Ends the stream; gives back the size of the last chunk. */
        String end() throws IOException {
            send("0\r\n\r\n");
            return in.readLine();
        }

        private void customer() throws IOException {
            send(Integer.toHexString(CUSTOMER.length()) + "\r\n" + CUSTOMER + "\r\n");
        }

        private String chunk() throws IOException {
            in.readLine(); // its size
            String advice = in.readLine();
            in.readLine(); // the end of the chunk
            return advice;
        }

        private String head() throws IOException {
            var lines = new ArrayList<String>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            return String.join("\n", lines) + "\n";
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
