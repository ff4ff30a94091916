package retention.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.Served;
import retention.rules.TinyRules;

/**
 * Nothing that anybody sends breaks the server or keeps others from it. {@code -Dfuzz.requests=100000 -Dfuzz.seed=7} makes
 * it a long one, {@code -Dfuzz.rules=rules} tries it on these rules instead of two small ones.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final String RULES = System.getProperty("fuzz.rules", "");

    /** What may be held more at the end than after a fifth of the requests. */
    private static final double MOST_GROWTH_MB = 8;

    /** The machine may be busy with other tests. */
    private static final String[] PATIENT = {"--time-budget", "10000"};

    @TempDir
    private Path temp;

    @Test
    void no_request_makes_a_server_error_hangs_or_disturbs_others() throws Exception {
        Path log = temp.resolve("log");
        List<String> options = List.of("-XX:+UseParallelGC", "-Xmx256m");
        try (Served server = Served.start(rules(), temp.resolve("state"), log, options, PATIENT)) {
            int port = URI.create(server.address()).getPort();
            var fuzz = new Fuzz(port, Customers.ofFixtures(Path.of("fixtures")));
            Control control = Control.of(port);
            long begun = System.nanoTime();
            fuzz.run(REQUESTS / 5, SEED);
            Served.Memory early = server.memory();
            fuzz.run(REQUESTS - REQUESTS / 5, SEED + 1);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            String honest = control.assertServed(Duration.ofSeconds(10));
            Served.Memory late = server.memory();
            System.out.printf(
                    "%d requests, seed %d, %d s: %s; %s; heap %.1f -> %.1f MB%n",
                    REQUESTS, SEED, took.toSeconds(), fuzz.outcomes(), honest, early.heap(), late.heap());
            assertThat(fuzz.wrong()).isEmpty();
            assertThat(fuzz.outcomes()).containsKeys("json 200", "json 400", "raw 200", "raw 400", "raw closed");
            assertThat(late.heap() - early.heap()).as("heap").isLessThan(MOST_GROWTH_MB);
        }
        assertThat(Files.readString(log)).doesNotContain("a request failed", "Exception", "ERROR", "\tat ");
    }

    private Path rules() {
        if (!RULES.isEmpty()) {
            return Path.of(RULES);
        }
        Path folder = temp.resolve("rules");
        new TinyRules(folder).filler();
        return folder;
    }
}
