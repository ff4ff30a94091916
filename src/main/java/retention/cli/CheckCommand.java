package retention.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import retention.rules.Playbook;
import retention.rules.RuleBook;
import retention.rules.RuleListing;

/** Compiles and validates the rule folder. */
@Command(
        name = "check",
        header = "Reads, checks and compiles the rule folder.",
        description = "Reads, checks and compiles the rule folder: every rule, the catalogue of actions, the scales. "
                + "Prints each problem with file, line and column. Where there is a playbook.yaml, also prints which "
                + "plays no rule names and which rules name no play; and always, which actions no rule recommends. "
                + "Those are no problems.")
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
            if (book.playbook() != null) {
                coverage(book.playbook(), listing, out);
            }
            List<String> unused = listing.neverRecommended(book.catalogue());
            if (!unused.isEmpty()) {
                out.println("never recommended: " + String.join(", ", unused));
            }
        }
        return ExitCode.OK;
    }

    /** A notice, no problem: a rule may come later than its play, and a play later than its rule. */
    private void coverage(Playbook playbook, RuleListing listing, PrintWriter out) {
        List<String> plays = playbook.withoutRule(listing);
        if (!plays.isEmpty()) {
            out.println("without a rule: " + String.join(", ", plays) + " (" + rules.folder() + "/playbook.yaml)");
        }
        for (RuleListing.Entry rule : playbook.withoutPlay(listing)) {
            out.println("without a play: " + rule.file() + ":" + rule.line() + ": " + rule.name());
        }
    }
}
