package retention.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import retention.fixtures.Report;
import retention.fixtures.Rewriting;

/** Whether failing cases are to expect what came out. */
final class UpdateOptions {

    @Option(
            names = "--update",
            description =
                    "after a change that was meant: show how the failing cases would have to expect what came out, ask, "
                            + "and rewrite them; comments and everything else in the files stay")
    private boolean update;

    @Option(names = "--yes", description = "with --update, do not ask")
    private boolean yes;

    boolean wanted() {
        return update;
    }

    /** Shows, asks and writes; whether anything was written. */
    boolean write(List<Rewriting> rewritings, Ansi ansi, CommandLine line) {
        for (Rewriting one : rewritings) {
            for (Report.Line shown : one.shown()) {
                line.getOut().println(ReportText.coloured(shown, ansi));
            }
        }
        List<Rewriting> changing =
                rewritings.stream().filter(Rewriting::changes).toList();
        if (changing.isEmpty() || !Confirmation.of(yes, "Rewrite " + changing.size() + " files as shown?", line)) {
            return false;
        }
        try {
            for (Rewriting one : changing) {
                one.write();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return true;
    }
}
