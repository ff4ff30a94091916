package retention.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry for people. What came from outside cannot begin a line of its own. */
final class TextLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(ZoneId.systemDefault());

    private TextLine() {}

    static String of(Entry entry) {
        var text = new StringBuilder(200);
        TIME.formatTo(entry.at(), text);
        text.append(' ')
                .append(entry.level())
                .append(' ')
                .append(brief(entry.logger()))
                .append(" - ");
        plain(text, Style.cut(entry.message()));
        for (Map.Entry<String, Object> more : entry.more().entrySet()) {
            add(text, more.getKey(), more.getValue().toString());
        }
        add(text, "trace", entry.trace());
        text.append('\n');
        if (entry.failure() != null) {
            Stack.of(entry.failure()).forEach(line -> plain(text, line).append('\n'));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(' ').append(name).append('=');
            plain(text, value);
        }
    }

    private static String brief(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    /** Whatever could end a line, move the cursor or turn the direction of writing becomes a space. */
    private static StringBuilder plain(StringBuilder text, String value) {
        value.codePoints().forEach(c -> text.appendCodePoint(moves(c) ? ' ' : c));
        return text;
    }

    private static boolean moves(int c) {
        int type = Character.getType(c);
        return (type == Character.CONTROL && c != '\t')
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
