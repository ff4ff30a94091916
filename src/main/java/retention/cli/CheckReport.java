package retention.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.rules.BadRules;
import retention.rules.Problem;

/**
 * What {@code check --format json} prints.
 *
 * @param revision null when the folder does not load
 */
record CheckReport(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String revision,
        List<Problem> problems,
        List<Problem> warnings,
        List<String> notices) {

    /** A folder that does not load. */
    static CheckReport refused(BadRules bad) {
        return new CheckReport(null, bad.problems(), bad.warnings(), List.of());
    }
}
