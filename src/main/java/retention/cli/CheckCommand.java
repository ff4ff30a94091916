package retention.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import retention.rules.RuleBook;
import retention.rules.RuleListing;

/** Compiles and validates the rule folder. */
@Command(
        name = "check",
        header = "Reads, checks and compiles the rule folder.",
        description = "Reads, checks and compiles the rule folder: every rule, the catalogue of actions, the scales. "
                + "Prints each problem with file, line and column. When there is none, prints how many rules each "
                + "strategy has, and what may be a slip but stops nothing: plays without a rule, rules without a play, "
                + "actions that no rule recommends, tags that no rule withholds, groups of one action.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (RuleBook book = rules.open()) {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            RuleListing listing = book.listing();
            out.println(rules.folder() + ": "
                    + listing.rules().size() + " rules, "
                    + book.catalogue().actions().size() + " actions, no problems; revision "
                    + book.revision());
            Notices.of(book, rules.folder().toString()).forEach(out::println);
        }
        return ExitCode.OK;
    }
}
