package retention.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import retention.advice.Advice;
import retention.json.CustomerReader;
import retention.rules.RuleSources;
import retention.rules.TinyRules;

/** What tests of rules that change share: a tiny folder, quick watching, and waiting for what must come. */
final class Saved {

    static final Watching QUICK = new Watching(
            Duration.ofMillis(10),
            Duration.ofMillis(80),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMillis(600));

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Saved() {}

    /** Rules that say which ones they are: the signal and the reason hold the same word. */
    static TinyRules say(Path folder, String word) {
        return new TinyRules(folder)
                .assessment(rule("assess", "Customer()", "new Signal( \"" + word + "\", \"" + word + "\" )"))
                .trust(rule(
                        "advise", "Signal( name == \"" + word + "\" )", "new Recommend( \"CALL\", \"" + word + "\" )"));
    }

    static String revision(Path folder) {
        return RuleSources.read(folder).revision();
    }

    static Advice advise(LiveRules rules) {
        byte[] anna = "{\"id\":\"anna\"}".getBytes(StandardCharsets.UTF_8);
        return rules.advise(CustomerReader.read(anna, LocalDate.of(2026, 6, 1)));
    }

    static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            pause(5);
        }
    }

    static void awaitServing(LiveRules rules, String revision) {
        await(revision + " serves", () -> rules.inForce().revision().equals(revision));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A clock that goes on by a second whenever it is asked. */
    static InstantSource ticking() {
        var at = new AtomicLong();
        return () -> Instant.parse("2026-06-01T08:00:00Z").plusSeconds(at.getAndIncrement());
    }

    /** What goes to the log while the work is done. */
    static String logOf(Runnable work) {
        PrintStream console = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(console);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
