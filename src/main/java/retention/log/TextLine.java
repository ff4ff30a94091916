package retention.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.event.KeyValuePair;

/** An entry for people. What came from outside cannot begin a line of its own. */
final class TextLine extends Line {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Override
    public byte[] encode(ILoggingEvent entry) {
        var text = new StringBuilder(200);
        TIME.formatTo(entry.getInstant(), text);
        text.append(' ')
                .append(entry.getLevel())
                .append(' ')
                .append(brief(entry.getLoggerName()))
                .append(" - ");
        plain(text, words(entry));
        for (KeyValuePair pair : more(entry)) {
            plain(text.append(' ').append(pair.key).append('='), cut(String.valueOf(pair.value)));
        }
        text.append('\n');
        if (entry.getThrowableProxy() != null) {
            Stack.of(entry.getThrowableProxy())
                    .forEach(line -> plain(text, line).append('\n'));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
