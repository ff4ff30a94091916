package retention.reload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was put back and serves.
 *
 * @param setAside where a copy of what the rule folder held before is; null when that is a kept revision itself
 */
public record PutBack(
        String revision,
        Instant servingSince,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String setAside) {

    static PutBack of(Rollback.Done done, Serving serving) {
        String place = done.setAside() == null ? null : done.setAside().toString();
        return new PutBack(done.revision(), serving.since(), place);
    }
}
