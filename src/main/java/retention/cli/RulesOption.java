package retention.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import retention.rules.RuleBook;

/** The option that most verbs share. */
final class RulesOption {

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "FOLDER",
            description = "the rule folder; 'rules' here, or beside the program, when left out")
    private @Nullable Path rules;

    Path folder() {
        return rules != null ? rules : Places.standard("rules");
    }

    /** Checks and compiles the folder; throws BadRules. */
    RuleBook open() {
        return RuleBook.open(folder());
    }
}
