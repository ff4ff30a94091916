package retention.log;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** One logger: our own words from INFO upwards, those of libraries when something is wrong. Thread-safe. */
final class Named extends LegacyAbstractLogger implements LoggingEventAware {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int OFF = Integer.MAX_VALUE;
    private static final String TRACE = "trace";

    /** These words of Undertow hold the address that was asked for, which may name a customer. */
    private static final String REQUESTS = "io.undertow.request";

    private final int least;

    Named(String name) {
        this.name = name;
        this.least = least(name);
    }

    private static int least(String name) {
        if (name.startsWith("org.drools")) {
            return OFF; // what the rule compiler has to say we say ourselves, with file and line
        }
        return (name.startsWith("retention.") ? Level.INFO : Level.WARN).toInt();
    }

    private boolean says(Level level) {
        return level.toInt() >= least;
    }

    @Override
    public void log(LoggingEvent event) {
        if (says(event.getLevel())) {
            List<KeyValuePair> pairs = Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
            var more = new LinkedHashMap<String, Object>();
            pairs.forEach(pair -> more.put(pair.key, String.valueOf(pair.value)));
            Object trace = more.remove(TRACE);
            String message = MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
            write(event.getLevel(), message, trace == null ? null : trace.toString(), more, event.getThrowable());
        }
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        write(level, MessageFormatter.basicArrayFormat(message, arguments), MDC.get(TRACE), Map.of(), failure);
    }

    private void write(
            Level level,
            @Nullable String message,
            @Nullable String trace,
            Map<String, Object> more,
            @Nullable Throwable failure) {
        String words = name.startsWith(REQUESTS) ? "a request failed" : String.valueOf(message);
        Log.write(Entry.now(level, name, words, trace, more, failure));
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return Named.class.getName();
    }

    @Override
    public boolean isTraceEnabled() {
        return says(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return says(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return says(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return says(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return says(Level.ERROR);
    }
}
