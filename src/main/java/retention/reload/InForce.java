package retention.reload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.rules.Problem;
import retention.rules.RuleListing;

/**
 * The rules that serve, for people and programs.
 *
 * @param rejected what the rule folder holds now when that cannot serve; null when it serves
 */
public record InForce(
        String revision,
        String engineVersion,
        Instant servingSince,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Rejected rejected,
        List<RuleListing.Entry> rules) {

    /**
     * A rule folder that did not replace what serves.
     *
     * @param revision null when the folder could not be read
     */
    public record Rejected(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String revision,

            Instant at,
            List<Problem> problems) {}

    static InForce of(Serving serving, @Nullable Rejected rejected) {
        RuleListing listing = serving.book().listing();
        return new InForce(listing.revision(), listing.engineVersion(), serving.since(), rejected, listing.rules());
    }
}
