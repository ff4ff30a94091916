package retention.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.List;
import java.util.Objects;
import org.slf4j.event.KeyValuePair;

/** What all styles say of an entry. */
abstract class Line extends EncoderBase<ILoggingEvent> {

    private static final int LONGEST = 10_000;

    /** These words of Undertow hold the address that was asked for, which may name a customer. */
    private static final String REQUESTS = "io.undertow.request";

    @Override
    public final byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public final byte[] footerBytes() {
        return new byte[0];
    }

    static String words(ILoggingEvent entry) {
        return entry.getLoggerName().startsWith(REQUESTS)
                ? "a request failed"
                : cut(String.valueOf(entry.getFormattedMessage()));
    }

    /** What else is known, by name. */
    static List<KeyValuePair> more(ILoggingEvent entry) {
        return Objects.requireNonNullElse(entry.getKeyValuePairs(), List.of());
    }

    /** No entry fills a disk. */
    static String cut(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " ...";
    }
}
