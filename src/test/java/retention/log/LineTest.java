package retention.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import retention.json.Json;
import tools.jackson.databind.JsonNode;

/** Entries as they are written. */
final class LineTest {

    private static final String EVIL =
            "a\n2026-01-01T00:00:00Z ERROR forged\r\u001b[2J\u0085\u2028\u202e\u0000\"}{\"level\":\"x";

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

    private static String written(Style style, String message, @Nullable Throwable failure) {
        var more = new LinkedHashMap<String, Object>(Map.of("status", 503));
        more.put("millis", 0.5);
        more.put("key", EVIL);
        Instant at = Instant.parse("2026-06-01T10:20:30.123Z");
        var entry = new Entry(at, Level.WARN, "retention.http.Server", message, "main", "t1", more, failure);
        return new String(style.bytes(entry), StandardCharsets.UTF_8);
    }
}
