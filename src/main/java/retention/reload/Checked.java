package retention.reload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.rules.BadRules;
import retention.rules.Opening;
import retention.rules.Problem;
import retention.rules.RuleSources;

/**
 * What a check of a rule folder found; without problems it would serve.
 *
 * @param revision what the receipts of its advice would name; null when there is no folder
 */
public record Checked(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String revision,
        List<Problem> problems,
        List<Problem> warnings) {

    /** Checks and compiles. Throws {@link retention.json.BadRequest} for names that are none. */
    static Checked of(Path folder, Map<String, @Nullable String> changes, Opening opening) {
        RuleSources sources;
        try {
            sources = RuleSources.read(folder);
        } catch (BadRules none) {
            return new Checked(null, none.problems(), none.warnings());
        }
        RuleSources changed = sources.with(changes);
        Opened opened = Opened.tried(changed, opening);
        return new Checked(changed.revision(), opened.problems(), opened.warnings());
    }
}
