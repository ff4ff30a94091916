package retention.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log of this process: who gets to say something, and where it goes. */
final class LogTest {

    @AfterEach
    void end() {
        Log.end();
    }

    @Test
    void an_entry_goes_to_what_is_standard_error_at_that_moment() {
        String line = "[0-9-]{10}T[0-9:]{8}(Z|[+-][0-9:]{5}) INFO LogTest - words 1\n";
        assertThat(logOf(() -> ours().info("words {}", 1))).matches(line);
        assertThat(logOf(() -> ours().info("words {}", 1))).matches(line);
    }

    @Test
    void libraries_speak_when_something_is_wrong_and_the_engine_never() {
        assertThat(logOf(() -> LoggerFactory.getLogger("io.undertow").info("words")))
                .isEmpty();
        assertThat(logOf(() -> LoggerFactory.getLogger("io.undertow").warn("words")))
                .contains("WARN undertow - words");
        assertThat(logOf(() -> LoggerFactory.getLogger("org.drools.x").error("words")))
                .isEmpty();
        assertThat(logOf(() -> ours().debug("words"))).isEmpty();
    }

    @Test
    void what_the_http_library_says_comes_here_too() {
        var http = org.jboss.logging.Logger.getLogger("io.undertow.request");
        assertThat(logOf(() -> http.error("GET /v1/anna"))).contains("ERROR request - a request failed");
    }

    @Test
    void after_a_server_entries_are_written_as_they_come_again() {
        String during = logOf(() -> {
            Log.begin(Style.JSON);
            ours().info("words");
            Log.end();
        });
        assertThat(during).contains("\"message\":\"words\"").hasLineCount(1);
        assertThat(logOf(() -> ours().info("words")))
                .contains("INFO LogTest - words")
                .hasLineCount(1);
    }

    private static org.slf4j.Logger ours() {
        return LoggerFactory.getLogger(LogTest.class);
    }

    private static String logOf(Runnable work) {
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
