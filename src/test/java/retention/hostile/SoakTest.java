package retention.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.ManyRules;
import retention.Served;
import retention.hostile.Wire.Heard;
import retention.json.Json;
import retention.rules.RuleSources;

/**
 * A steady load while rules are saved again and again, and a server that is killed in the middle of that. {@code
 * -Dsoak.minutes=30 -Dsoak.rate=5000 -Dsoak.rules=rules} makes it a long one on these rules; {@code -Dsoak.every=10} are the
 * seconds between two saves, {@code -Dsoak.kills=10} how often it is killed. {@code -Dserved.cores=0,1} gives the server cores
 * of its own.
 */
class SoakTest {

    private static final double MINUTES = Double.parseDouble(System.getProperty("soak.minutes", "0.15"));
    private static final int RATE = Integer.getInteger("soak.rate", 20);
    private static final double EVERY_SECONDS = Double.parseDouble(System.getProperty("soak.every", "1.5"));
    private static final int KILLS = Integer.getInteger("soak.kills", 2);
    private static final String RULES = System.getProperty("soak.rules", "");

    /** What may be held more at the end than after the first save. */
    private static final double MOST_GROWTH_MB = 10;

    /** A start that finds nothing compiled takes several times as long as one that does; so may one after a kill. */
    private static final int TIMES_SLOWER = 3;

    /** As the launcher has them. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseParallelGC",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:JavaPriority1_To_OSPriority=13",
            "-XX:CompilerThreadPriority=3",
            "-XX:-PrintWarnings",
            "-Xmx256m");

    /** A long one is for a quiet machine; a short one must bear others beside it. */
    private static final String[] SETTINGS = RULES.isEmpty() ? new String[] {"--time-budget", "10000"} : new String[0];

    @TempDir
    private Path temp;

    private Path folder = Path.of("");
    private int saves;

    @BeforeEach
    void copyRules() throws IOException {
        folder = temp.resolve("rules");
        if (RULES.isEmpty()) {
            new ManyRules(folder);
            return;
        }
        try (Stream<Path> files = Files.walk(Path.of(RULES))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(Path.of(RULES).relativize(file).toString()));
            }
        }
    }

    @Test
    void no_request_fails_while_rules_are_saved_and_memory_stays_flat() throws Exception {
        try (Served server = start()) {
            int port = URI.create(server.address()).getPort();
            List<byte[]> customers = Customers.ofFixtures(Path.of("fixtures")).stream()
                    .filter(customer -> !new String(customer, UTF_8).contains("\"extensions\""))
                    .toList();
            var load = new OpenLoop(port, customers);
            warmUp(load);
            save();
            awaitServing(port);
            Served.Memory early = server.memory(); // collects, which no request need wait for
            long end = System.nanoTime() + (long) (MINUTES * 60e9);
            CompletableFuture<Tally> tally = CompletableFuture.supplyAsync(() -> until(end, load));
            while (System.nanoTime() < end) {
                save();
                awaitServing(port);
                TimeUnit.MILLISECONDS.sleep((long) (EVERY_SECONDS * 1000));
            }
            Tally all = tally.get();
            Served.Memory late = server.memory();
            System.out.printf(
                    "%s; %d saves; heap %.1f -> %.1f MB, metaspace %.1f -> %.1f MB%n",
                    all.line("soak of " + MINUTES + " min", RATE),
                    saves,
                    early.heap(),
                    late.heap(),
                    early.metaspace(),
                    late.metaspace());
            assertThat(all.allServed()).as(all.line("soak", RATE)).isTrue();
            assertThat(all.served.sum()).isPositive();
            assertThat(late.heap() - early.heap()).as("heap").isLessThan(MOST_GROWTH_MB);
            assertThat(late.metaspace() - early.metaspace()).as("metaspace").isLessThan(MOST_GROWTH_MB);
        }
        assertNothingWentWrong();
    }

    @Test
    void who_is_killed_in_the_middle_of_a_save_serves_the_saved_rules_soon_after_its_next_start() throws Exception {
        long nothingCompiled = startMillis();
        long compiled = startMillis();
        var after = new ArrayList<Long>();
        for (int i = 0; i < KILLS; i++) {
            Served server = start();
            save();
            TimeUnit.MILLISECONDS.sleep(150 + 61L * i % 500); // the rules are read 150 ms after the save
            server.kill();
            after.add(startMillis());
        }
        System.out.printf(
                "start with nothing compiled %d ms, compiled %d ms, after a kill %s ms%n",
                nothingCompiled, compiled, after);
        assertThat(after).allMatch(millis -> millis < TIMES_SLOWER * Math.max(nothingCompiled, compiled));
        assertNothingWentWrong();
    }

    /** Until it advises by what lies in the folder. */
    private long startMillis() throws Exception {
        long begun = System.nanoTime();
        try (Served server = start()) {
            int port = URI.create(server.address()).getPort();
            try (var wire = new Wire(port)) {
                assertThat(wire.say(Ask.advice("{\"id\":\"anna\"}")).hear().status())
                        .isEqualTo(200);
            }
            long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            awaitServing(port);
            return took;
        }
    }

    private Served start() throws IOException {
        return Served.start(folder, temp.resolve("state"), temp.resolve("log"), OPTIONS, SETTINGS);
    }

    /** Who is cold can do little; a short soak asks for little. */
    private static void warmUp(OpenLoop load) throws InterruptedException {
        for (int part = RULES.isEmpty() ? 0 : 16; part > 0; part /= 2) {
            load.run(RATE / part, part > 1 ? 10 : 60);
        }
    }

    private static Tally until(long end, OpenLoop load) {
        try {
            return load.run(RATE, () -> System.nanoTime() >= end);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Another comment at the end of a rule file: what is decided stays the same. */
    private void save() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> rules = files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
            Path file = rules.get(saves++ % rules.size());
            String text = Files.readString(file).replaceAll("\n// saved .*\n$", "\n");
            Files.writeString(file, text + "// saved " + saves + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private void awaitServing(int port) throws Exception {
        String revision = RuleSources.read(folder).revision();
        long begun = System.nanoTime();
        while (!serving(port).equals(revision)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String serving(int port) throws IOException {
        try (var wire = new Wire(port)) {
            Heard heard = wire.say(Ask.advice("{\"id\":\"anna\"}")).hear();
            return Json.mapper().readTree(heard.body()).at("/receipt/revision").asString();
        }
    }

    private void assertNothingWentWrong() throws IOException {
        assertThat(Files.readString(temp.resolve("log")))
                .doesNotContain("a request failed", "Exception", "ERROR", "\tat ", "does not serve");
    }
}
