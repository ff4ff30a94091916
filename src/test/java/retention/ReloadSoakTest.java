package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.RuleSources;
import tools.jackson.databind.JsonNode;

/**
 * Many saves while customers are advised over HTTP, by a server with little memory. {@code -Dsoak.reloads=500} makes it a
 * long one, {@code -Dsoak.clients=0} tells how soon a save serves when nobody else is there.
 */
class ReloadSoakTest {

    private static final int RELOADS = Integer.getInteger("soak.reloads", 10);
    private static final int CLIENTS = Integer.getInteger("soak.clients", 3);

    /** What may be held more at the end than after a fifth of the reloads: tables that the JDK fills once, not books. */
    private static final double MOST_GROWTH_MB = 6;

    private static final String ANNA = """
            {"id":"anna","asOf":"2026-06-01","orders":[{"orderedOn":"2026-05-15","promisedOn":"2026-05-20","deliveredOn":"2026-05-27"}]}""";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> saved = ConcurrentHashMap.newKeySet();
    private final List<Long> millis = new ArrayList<>();
    private volatile boolean done;

    @TempDir
    private Path temp;

    @Test
    void no_request_fails_and_nothing_piles_up() throws Exception {
        Path folder = temp.resolve("rules");
        var rules = new ManyRules(folder);
        saved.add(RuleSources.read(folder).revision());
        Path log = temp.resolve("log");
        List<String> little = List.of("-XX:+UseParallelGC", "-Xmx256m", "-XX:MaxMetaspaceSize=64m");
        try (Served server = Served.start(folder, temp.resolve("state"), log, little)) {
            List<CompletableFuture<Integer>> clients = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> adviseUntilDone(server.address())))
                    .limit(CLIENTS)
                    .toList();
            Served.Memory early = new Served.Memory(0, 0);
            for (int i = 1; i <= RELOADS; i++) {
                save(rules, i, folder, server.address());
                early = i == Math.max(1, RELOADS / 5) ? server.memory() : early;
            }
            done = true;
            int answered = 0;
            for (CompletableFuture<Integer> one : clients) {
                answered += one.get();
            }
            Served.Memory late = server.memory();
            report(answered, early, late);
            assertThat(answered).isGreaterThanOrEqualTo(CLIENTS * RELOADS);
            assertThat(late.heap() - early.heap()).as("heap").isLessThan(MOST_GROWTH_MB);
            assertThat(late.metaspace() - early.metaspace()).as("metaspace").isLessThan(MOST_GROWTH_MB);
        }
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> !line.contains("INFO Server - stop"))
                .hasSize(RELOADS)
                .allMatch(line -> line.contains(" serves, 36 rules; "));
    }

    private void save(ManyRules rules, int number, Path folder, String address) throws Exception {
        rules.save(number % 6, "saved " + number);
        long begun = System.nanoTime();
        String revision = RuleSources.read(folder).revision();
        saved.add(revision);
        while (!serving(address).equals(revision)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
            Thread.sleep(10);
        }
        millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /** The revision that an advice names. */
    private String serving(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/advice"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ANNA))
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode advice = Json.mapper().readTree(response.body());
        assertThat(advice.at("/actions/0/reasons").size()).isEqualTo(24);
        return advice.at("/receipt/revision").asString();
    }

    private int adviseUntilDone(String address) {
        int answered = 0;
        try {
            while (!done) {
                assertThat(saved).contains(serving(address));
                answered++;
            }
            return answered;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("a request failed", failed);
        }
    }

    private void report(int answered, Served.Memory early, Served.Memory late) {
        Collections.sort(millis);
        System.out.printf(
                "%d reloads under %d clients, %d advices; save to live p50 %d, p95 %d, max %d ms; "
                        + "heap %.1f -> %.1f MB, metaspace %.1f -> %.1f MB%n",
                RELOADS,
                CLIENTS,
                answered,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.get(millis.size() - 1),
                early.heap(),
                late.heap(),
                early.metaspace(),
                late.metaspace());
    }
}
