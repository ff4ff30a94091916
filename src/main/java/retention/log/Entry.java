package retention.log;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * One entry of the log.
 *
 * @param trace of the request that it belongs to; null when it belongs to none
 * @param more what else is known, by name: numbers and texts, in the order to write them
 * @param failure whose stack is written; its messages are not, because they may repeat a customer's facts
 */
public record Entry(
        Instant at,
        Level level,
        String logger,
        String message,
        String thread,
        @Nullable String trace,
        Map<String, Object> more,
        @Nullable Throwable failure) {

    /** Of this moment and thread. */
    public static Entry now(
            Level level,
            String logger,
            String message,
            @Nullable String trace,
            Map<String, Object> more,
            @Nullable Throwable failure) {
        return new Entry(
                Instant.now(), level, logger, message, Thread.currentThread().getName(), trace, more, failure);
    }
}
