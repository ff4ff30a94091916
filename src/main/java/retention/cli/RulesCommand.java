package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import retention.reload.RevisionLine;
import retention.reload.Revisions;
import retention.reload.Rollback;

/** Lists the revisions of the rules that served before, and puts one back. */
@Command(
        name = "rules",
        header = "Lists the revisions of the rules that served, and puts one back.",
        synopsisSubcommandLabel = "(list | rollback REVISION)",
        description = "Lists the good revisions of the rules that 'serve' has kept, and puts one of them back into the "
                + "rule folder. A running server takes that up like any save.")
final class RulesCommand implements Runnable {

    private static final int SHORT = 12;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "say whether to list or rollback");
    }

    @Command(
            name = "list",
            header = "Lists the kept revisions, newest first.",
            description = "Lists the kept revisions, newest first: since when each served, how many rules it has, "
                    + "whether the rule folder holds it now, and which files differ from the one before it.")
    int list(@Mixin RulesOption rules) throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<RevisionLine> lines = RevisionLine.list(revisions(rules), rules.folder());
        if (lines.isEmpty()) {
            out.println("no revision is kept in " + rules.state() + "; 'serve' keeps them");
        }
        lines.forEach(line -> print(out, line, rules));
        return ExitCode.OK;
    }

    @Command(
            name = "rollback",
            header = "Puts a kept revision back into the rule folder.",
            description = "Checks a kept revision and puts its files back into the rule folder. Files that are not in "
                    + "it are removed, but pages (*.md) stay. If the rule folder holds anything that is not kept, a "
                    + "copy is set aside first.")
    int rollback(
            @Mixin RulesOption rules,
            @Parameters(paramLabel = "REVISION", description = "the revision, or how it begins") String wanted)
            throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Rollback.Done done =
                new Rollback(rules.folder(), revisions(rules), rules.opening(), InstantSource.system()).to(wanted);
        if (done.setAside() != null) {
            out.println("what was there is in " + done.setAside());
        }
        String revision = done.revision().substring(0, SHORT);
        out.println(
                done.changed().isEmpty()
                        ? rules.folder() + " held revision " + revision + " already; nothing was changed"
                        : rules.folder() + " holds revision " + revision + "; changed: "
                                + String.join(", ", done.changed()));
        return ExitCode.OK;
    }

    private static Revisions revisions(RulesOption rules) {
        return new Revisions(rules.state(), Integer.MAX_VALUE); // it only reads
    }

    private static void print(PrintWriter out, RevisionLine line, RulesOption rules) {
        out.println(line.revision().substring(0, SHORT) + "  since " + line.since() + ", " + line.rules() + " rules"
                + (line.inFolder() ? ", in " + rules.folder() + " now" : "")
                + (line.damaged() ? ", damaged: cannot be put back" : ""));
        out.println("    " + line.revision());
        if (!line.changed().isEmpty()) {
            out.println("    other than before: " + line.changed().stream().collect(Collectors.joining(", ")));
        }
    }
}
