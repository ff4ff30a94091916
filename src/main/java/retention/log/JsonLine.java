package retention.log;

import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** An entry as one JSON object. Nothing but plain ASCII comes out, so no reader can see a line end within it. */
final class JsonLine {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private JsonLine() {}

    static byte[] of(Entry entry) {
        var bytes = new ByteArrayOutputStream(400);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("time", TIME.format(entry.at()));
            json.writeStringProperty("level", entry.level().toString());
            json.writeStringProperty("logger", entry.logger());
            json.writeStringProperty("thread", entry.thread());
            json.writeStringProperty("message", Style.cut(entry.message()));
            if (entry.trace() != null) {
                json.writeStringProperty("trace", entry.trace());
            }
            entry.more().forEach((name, value) -> write(json, name, value));
            stack(json, entry.failure());
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, Object value) {
        json.writeName(name);
        if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(Style.cut(value.toString()));
        }
    }

    private static void stack(JsonGenerator json, @Nullable Throwable failure) {
        if (failure != null) {
            List<String> lines = Stack.of(failure);
            json.writeStringProperty("failure", lines.get(0));
            json.writeStringProperty("stack", String.join("\n", lines));
        }
    }
}
