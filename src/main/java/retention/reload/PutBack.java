package retention.reload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import retention.rules.RuleSources;

/**
 * A revision that was put back and serves.
 *
 * @param setAside where a copy of what the rule folder held before is, such as {@code state/set-aside/...}; null when that is a kept revision itself
 */
public record PutBack(
        String revision,
        Instant servingSince,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String setAside) {

    /** The state folder, the folder in it, and the copy. */
    private static final int FROM_STATE = 3;

    static PutBack of(Rollback.Done done, Serving serving) {
        return new PutBack(done.revision(), serving.since(), done.setAside() == null ? null : told(done.setAside()));
    }

    /** From the state folder's own name on. */
    private static String told(Path aside) {
        Path place = aside.toAbsolutePath().normalize();
        int names = place.getNameCount();
        return RuleSources.shown(place.subpath(names - FROM_STATE, names));
    }
}
