package retention.reload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.rules.BadRules;
import retention.rules.Code;
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

    /** Nothing came of it in the time that it may take. */
    static Checked givenUp(Path folder, Duration patience) {
        String words = "was given up: checking it takes longer than " + patience.toSeconds() + " seconds";
        return new Checked(
                null, List.of(Problem.of(Code.NOT_COMPILED, RuleSources.shown(OwnName.of(folder)), words)), List.of());
    }

    /** Checks and compiles. Throws {@link retention.json.BadRequest} for names that are none. */
    static Checked of(Path folder, Map<String, @Nullable String> changes, Opening opening) {
        RuleSources sources;
        try {
            sources = OwnName.read(folder);
        } catch (BadRules none) {
            return new Checked(null, named(none.problems(), folder), named(none.warnings(), folder));
        }
        RuleSources changed = sources.with(changes);
        Opened opened = Opened.tried(changed, opening);
        return new Checked(changed.revision(), opened.problems(), opened.warnings());
    }

    private static List<Problem> named(List<Problem> problems, Path folder) {
        String name = RuleSources.shown(OwnName.of(folder));
        return problems.stream()
                .map(one -> Problem.of(one.code(), name, one.message()))
                .toList();
    }
}
