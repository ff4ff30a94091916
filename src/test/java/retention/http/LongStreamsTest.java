package retention.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.Served;
import retention.hostile.Chunks;
import retention.hostile.Control;
import retention.rules.TinyRules;

/**
 * Streams that are far longer than the server's memory, several at once. {@code -Dstream.lines=1000000} makes them long
 * ones.
 */
@Timeout(600)
final class LongStreamsTest {

    private static final int LINES = Integer.getInteger("stream.lines", 10_000);
    private static final int STREAMS = 3;

    /** With pages, buffers and the compiled rules it holds little else: 48 MB are less than a tenth of one long stream. */
    private static final List<String> LITTLE = List.of("-XX:+UseParallelGC", "-Xmx48m", "-XX:MaxDirectMemorySize=16m");

    /** The machine may be busy with other tests; what is tried here is memory, and that nobody starves. */
    private static final String[] PATIENT = {"--time-budget", "10000"};

    @TempDir
    private Path temp;

    /** Those who send and those who read wait for each other, so each needs a thread. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void streams_longer_than_the_memory_are_answered_while_single_customers_are_served() throws Exception {
        Path folder = temp.resolve("rules");
        new TinyRules(folder).filler();
        try (Served server = Served.start(folder, temp.resolve("state"), temp.resolve("log"), LITTLE, PATIENT)) {
            int port = URI.create(server.address()).getPort();
            Control control = Control.of(port);
            long begun = System.nanoTime();
            List<CompletableFuture<Long>> streams = IntStream.range(0, STREAMS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> answered(port), threads))
                    .toList();
            for (CompletableFuture<Long> stream : streams) {
                assertThat(stream.get()).isEqualTo(LINES);
            }
            System.out.printf(
                    "%d streams of %d lines: %d s; %s; heap %.1f MB of 48%n",
                    STREAMS,
                    LINES,
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    control.assertServed(Duration.ofSeconds(10)),
                    server.memory().heap());
        }
    }

    /** How much a server takes from somebody who never reads: no more than fits into the buffers on the way. */
    @Test
    void who_does_not_read_is_soon_not_read_from_and_costs_no_memory() throws Exception {
        Path folder = temp.resolve("rules");
        new TinyRules(folder).filler();
        try (Served server = Served.start(folder, temp.resolve("state"), temp.resolve("log"), LITTLE, PATIENT)) {
            int port = URI.create(server.address()).getPort();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                var sent = new AtomicLong();
                var stuck = CompletableFuture.runAsync(() -> send(socket, 100_000_000, sent), threads);
                Control control = Control.of(port);
                long before = -1;
                while (before != sent.get()) { // until nothing moved for a second
                    before = sent.get();
                    Thread.sleep(1000);
                }
                System.out.printf(
                        "%.1f MB taken from a client that does not read; %s; heap %.1f MB%n",
                        sent.get() / 1e6,
                        control.assertServed(Duration.ofSeconds(10)),
                        server.memory().heap());
                assertThat(stuck).isNotDone();
                assertThat(sent.get()).isLessThan(50_000_000);
            }
        }
    }

    private long answered(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var sending = CompletableFuture.runAsync(() -> send(socket, LINES, new AtomicLong()), threads);
            var in = new BufferedInputStream(socket.getInputStream());
            skipHead(in);
            long answered = 0;
            var lines = new BufferedReader(new InputStreamReader(new Chunks(in), UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answered += line.startsWith("{\"customer\":\"anna\"") ? 1 : 0;
            }
            sending.join();
            return answered;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void skipHead(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 4) { // two times carriage return and line feed
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no answer");
            }
            ends = next == '\r' || next == '\n' ? ends + 1 : 0;
        }
    }

    private static void send(Socket socket, int lines, AtomicLong sent) {
        byte[] some = "{\"id\":\"anna\",\"asOf\":\"2026-06-01\",\"relationship\":{\"wishListItems\":3}}\n"
                .repeat(1000)
                .getBytes(UTF_8);
        try {
            OutputStream out = socket.getOutputStream();
            String head = """
                    POST /v1/advice HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-ndjson\r
                    Content-Length: %d\r
                    \r
                    """;
            out.write(head.formatted((long) lines / 1000 * some.length).getBytes(UTF_8));
            for (int i = 0; i < lines / 1000; i++) {
                out.write(some);
                sent.addAndGet(some.length);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
