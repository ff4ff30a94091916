package retention.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** An entry as one JSON object. Nothing but plain ASCII comes out, so no reader can see a line end within it. */
final class JsonLine extends Line {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    @Override
    public byte[] encode(ILoggingEvent entry) {
        var bytes = new ByteArrayOutputStream(400);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("time", TIME.format(entry.getInstant()));
            json.writeStringProperty("level", entry.getLevel().toString());
            json.writeStringProperty("logger", entry.getLoggerName());
            json.writeStringProperty("thread", entry.getThreadName());
            json.writeStringProperty("message", words(entry));
            more(entry).forEach(pair -> write(json, pair.key, pair.value));
            stack(json, entry.getThrowableProxy());
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(cut(String.valueOf(value)));
        }
    }

    private static void stack(JsonGenerator json, @Nullable IThrowableProxy failure) {
        if (failure != null) {
            List<String> lines = Stack.of(failure);
            json.writeStringProperty("failure", lines.get(0));
            json.writeStringProperty("stack", String.join("\n", lines));
        }
    }
}
