package retention.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import retention.fixtures.Report;
import retention.fixtures.Selection;

/** Which cases are tried. */
final class SelectionOptions {

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "try only cases with this in 'file: name', in whatever letters; may be given several times. "
                    + "Of rules that no case tries nothing is said then")
    private List<String> filters = new ArrayList<>();

    @Option(names = "--fail-fast", description = "stop at the first case that fails")
    private boolean failFast;

    Selection selection() {
        return new Selection(filters, failFast);
    }

    /** Throws IllegalArgumentException when no case was selected: that would look like success. */
    void requireSome(Report report) {
        if (report.trials().isEmpty()) {
            throw new IllegalArgumentException("no case has " + String.join(" or ", filters) + " in its file or name");
        }
    }
}
