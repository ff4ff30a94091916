package retention.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import retention.json.Json;
import tools.jackson.databind.JsonNode;

/** Entries as they are written. */
final class LineTest {

    private static final String EVIL =
            "a\n2026-01-01T00:00:00Z ERROR forged\r\u001b[2J\u0085\u2028\u202e\u0000\"}{\"level\":\"x";

    private static final Map<String, Object> MORE = Map.of("status", 503, "millis", 0.5, "key", EVIL, "trace", "t1");

    @Test
    void what_comes_from_outside_begins_no_line_of_its_own() {
        for (Style style : Style.values()) {
            String line = written(style, EVIL, null);
            assertThat(line.strip().lines()).as(style.toString()).hasSize(1);
            assertThat(line.strip()).doesNotContain("\n", "\r", "\u001b", "\u0085", "\u2028", "\u202e", "\u0000");
        }
    }

    @Test
    void json_holds_what_was_said_and_when() {
        JsonNode told = Json.mapper().readTree(written(Style.JSON, EVIL, null));
        assertThat(told.at("/message").asString()).isEqualTo(EVIL);
        assertThat(told.at("/time").asString()).isEqualTo("2026-06-01T10:20:30.123Z");
        assertThat(told.at("/level").asString()).isEqualTo("WARN");
        assertThat(told.at("/logger").asString()).isEqualTo("retention.http.Server");
        assertThat(told.at("/thread").asString()).isEqualTo("main");
        assertThat(told.at("/trace").asString()).isEqualTo("t1");
        assertThat(told.at("/status").asInt()).isEqualTo(503);
        assertThat(told.at("/millis").asDouble()).isEqualTo(0.5);
    }

    @Test
    void of_a_failure_kinds_and_places_are_told_but_no_message() {
        var failure = new IllegalStateException("secret Anna", new RuntimeException("secret too"));
        failure.addSuppressed(new RuntimeException("secret as well"));
        for (Style style : Style.values()) {
            assertThat(written(style, "failed", failure))
                    .contains("IllegalStateException", "RuntimeException", "LineTest")
                    .doesNotContain("secret");
        }
    }

    @Test
    void what_a_library_says_of_a_request_is_not_repeated_for_it_holds_the_address() {
        for (Style style : Style.values()) {
            LoggingEvent entry = entry("GET /v1/anna", null);
            entry.setLoggerName("io.undertow.request.io");
            assertThat(written(style, entry)).contains("a request failed").doesNotContain("anna");
        }
    }

    private static String written(Style style, String message, @Nullable Throwable failure) {
        return written(style, entry(message, failure));
    }

    private static String written(Style style, LoggingEvent entry) {
        return new String(style.lines().encode(entry), StandardCharsets.UTF_8);
    }

    private static LoggingEvent entry(String message, @Nullable Throwable failure) {
        var entry = new LoggingEvent();
        entry.setInstant(Instant.parse("2026-06-01T10:20:30.123Z"));
        entry.setLevel(Level.WARN);
        entry.setLoggerName("retention.http.Server");
        entry.setMessage(message);
        entry.setThreadName("main");
        if (failure != null) {
            entry.setThrowableProxy(new ThrowableProxy(failure));
        }
        for (Map.Entry<String, Object> more : MORE.entrySet()) {
            entry.addKeyValuePair(new KeyValuePair(more.getKey(), more.getValue()));
        }
        return entry;
    }
}
