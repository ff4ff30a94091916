package retention.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.advice.Level;
import retention.advice.Receipt;
import retention.advice.Score;
import retention.advice.Scores;
import retention.facts.Customer;
import retention.json.Json;
import tools.jackson.databind.JsonNode;

/** What the tests of a running server share: small limits, a plain advice, and calls. */
final class Calls {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    static final Limits SMALL = limits(4, Duration.ofSeconds(30), Duration.ofSeconds(20));

    static final Editing EDITING =
            new Editing(files -> files, () -> List.of("r1"), revision -> revision, Duration.ofSeconds(5));

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Calls() {}

    /** Small ones: bodies of 200 bytes, lines of 100, half as many streams as workers. */
    static Limits limits(int workers, Duration idle, Duration drain) {
        return limits(workers, Duration.ofSeconds(30), idle, drain);
    }

    static Limits limits(int workers, Duration arrival, Duration idle, Duration drain) {
        return new Limits(200, 100, workers, 100, Duration.ofSeconds(10), workers / 2, 1000, arrival, idle, drain);
    }

    /** As they are shipped, but a test may run on a machine on which nothing comes soon. */
    static Limits patient() {
        Limits shipped = Limits.defaults();
        return new Limits(
                shipped.bodyBytes(),
                shipped.lineBytes(),
                shipped.workers(),
                shipped.queue(),
                Duration.ofSeconds(10),
                shipped.streams(),
                shipped.connections(),
                shipped.arrival(),
                shipped.idle(),
                shipped.drain());
    }

    static Server serve(Function<Customer, Advice> advise) {
        return serve(SMALL, advise);
    }

    static Server serve(Limits limits, Function<Customer, Advice> advise) {
        return serve(limits, advise, "{\"type\":\"object\"}");
    }

    static Server serve(Entrance entrance) {
        var endpoints = new Endpoints(
                        Calls::advice, Calls::explained, () -> Map.of("revision", "r1"), () -> "{}", EDITING)
                .on(() -> TODAY);
        return Server.start("127.0.0.1", 0, SMALL, endpoints, entrance);
    }

    static Server serve(Limits limits, Function<Customer, Advice> advise, String schema) {
        var endpoints = new Endpoints(advise, Calls::explained, () -> Map.of("revision", "r1"), () -> schema, EDITING)
                .on(() -> TODAY);
        return Server.start("127.0.0.1", 0, limits, endpoints);
    }

    static Advice advice(Customer customer) {
        var score = new Score(50, Level.MEDIUM, 50, List.of());
        var receipt = new Receipt(
                "d1",
                "r1",
                "10",
                "f1",
                customer.asOf().day(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of(),
                false,
                List.of(),
                1);
        return new Advice(
                customer.id(),
                List.of(),
                null,
                null,
                List.of(),
                new Scores(score, score, score),
                50,
                List.of(),
                receipt);
    }

    static Map<String, Object> explained(Customer customer, @Nullable String action, @Nullable JsonNode whatIf) {
        return Map.of("explained", customer.id(), "action", String.valueOf(action), "whatIf", whatIf != null);
    }

    static HttpRequest.Builder to(Server server, String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(Duration.ofSeconds(30));
    }

    static HttpResponse<String> get(Server server, String path) throws Exception {
        return send(to(server, path).GET());
    }

    static HttpResponse<String> post(Server server, String type, String body) throws Exception {
        return post(server, type, BodyPublishers.ofString(body));
    }

    static HttpResponse<String> post(Server server, String type, BodyPublisher body) throws Exception {
        return send(to(server, "/v1/advice").header("Content-Type", type).POST(body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    static List<JsonNode> lines(HttpResponse<String> response) {
        return response.body().lines().map(Json.mapper()::readTree).toList();
    }

    static Socket connect(Server server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).at("/status").asInt()).isEqualTo(status);
        assertThat(json(response).at("/type").asString()).isEqualTo("urn:retention:problem:" + type);
        assertThat(json(response).at("/title").asString()).isNotBlank();
        assertThat(json(response).at("/detail").asString()).isNotBlank();
    }

    /** A stream of chunks that is written and read by hand. */
    static Socket openStream(Server server) throws IOException {
        Socket socket = connect(server);
        write(socket, """
                POST /v1/advice HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-ndjson\r
                Transfer-Encoding: chunked\r
                \r
                """);
        return socket;
    }

    static void writeChunk(Socket socket, String text) throws IOException {
        write(socket, Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** Everything up to and with the text; fails when the other side ends or is silent for too long. */
    static String readUntil(Socket socket, String end) throws IOException {
        var read = new ByteArrayOutputStream();
        while (!read.toString(UTF_8).endsWith(end)) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("ended after: " + read.toString(UTF_8));
            }
            read.write(next);
        }
        return read.toString(UTF_8);
    }

    /** Whom the lines of an answer advise on; empty for a problem. */
    static List<String> customers(HttpResponse<String> response) {
        return lines(response).stream()
                .map(line -> line.at("/customer").asString())
                .toList();
    }

    /** What goes to the log while the work is done. */
    static String logOf(Work work) throws Exception {
        PrintStream console = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(console);
        }
        return log.toString(UTF_8);
    }

    /** As {@link #logOf}, but waits until another thread has written that, too. */
    static String logUntil(String words, Work work) throws Exception {
        PrintStream console = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            work.run();
            await(() -> log.toString(UTF_8).contains(words));
        } finally {
            System.setErr(console);
        }
        return log.toString(UTF_8);
    }

    /** Asks again and again; fails after half a minute. */
    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
            Thread.sleep(20);
        }
    }

    interface Work {
        void run() throws Exception;
    }
}
