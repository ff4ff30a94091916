package retention.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import retention.rules.RuleBook;

/** Compiles and validates the rule folder. */
@Command(
        name = "check",
        header = "Reads, checks and compiles the rule folder.",
        description = "Reads, checks and compiles the rule folder: every rule, the catalogue of actions, the scales. "
                + "Prints each problem with file, line and column.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (RuleBook book = rules.open()) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(rules.folder() + ": "
                            + book.listing().rules().size() + " rules, "
                            + book.catalogue().actions().size() + " actions, no problems; revision "
                            + book.revision());
        }
        return ExitCode.OK;
    }
}
