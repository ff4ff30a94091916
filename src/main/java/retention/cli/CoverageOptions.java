package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import retention.fixtures.Fixtures;
import retention.fixtures.Report;
import retention.fixtures.coverage.Coverage;
import retention.fixtures.coverage.CoveragePage;
import retention.fixtures.coverage.CoverageText;
import retention.fixtures.coverage.Covering;
import retention.rules.RuleBook;

/** Whether to tell what the cases show of the rules, and how much of it is enough. */
final class CoverageOptions {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Option(
            names = "--coverage",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "PERCENT",
            description =
                    "tells which rules the cases make speak, and which sides of conditions, guardrails and the order of "
                            + "actions no case shows; with PERCENT, succeeds only when each of the three reaches it")
    private @Nullable BigDecimal percent;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "writes the same as a page: the rules with their conditions coloured, and the cases that reach each")
    private @Nullable Path html;

    /** Tells what was asked for; false when less is covered than was asked for. */
    boolean enough(RuleBook book, Fixtures fixtures, Path folder, Report report, PrintWriter out) {
        if (percent != null && (percent.signum() < 0 || percent.compareTo(ALL) > 0)) {
            throw new IllegalArgumentException("--coverage: write a number from 0 to 100, and not " + percent);
        }
        if (percent == null && html == null) {
            return true;
        }
        Coverage coverage = Covering.of(book, fixtures, report, folder);
        if (html != null) {
            write(html, CoveragePage.of(coverage, book.revision()));
        }
        if (percent == null) {
            return true;
        }
        CoverageText.print(coverage, out);
        return coverage.atLeast(percent);
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
