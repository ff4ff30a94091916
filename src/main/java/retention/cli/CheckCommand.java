package retention.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.fixtures.Fixtures;
import retention.json.Json;
import retention.rules.BadRules;
import retention.rules.Problem;
import retention.rules.RuleBook;

/** Compiles and validates the rule folder. */
@Command(
        name = "check",
        header = "Reads, checks and compiles the rule folder.",
        description = "Reads, checks and compiles the rule folder: every rule, the catalogue of actions, the scales. "
                + "Prints each problem with file, line and column, its code, and the line, and warnings, which stop "
                + "nothing. A rule that no worked example tries is one of them; only the fixtures named with --fixtures, or the "
                + "standard ones for the standard rules, are tried. When there is no problem, prints how many rules each strategy has, and what may be a slip but stops nothing: plays without a rule, "
                + "rules without a play, actions that no rule recommends, tags that no rule withholds, groups of one "
                + "action. docs/errors.md explains each code.")
final class CheckCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final FixturesOption fixtures = new FixturesOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, for people, or json: one object for programs; text when left out")
    private Format format = Format.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (RuleBook book = rules.open()) {
            List<Problem> warnings = warnings(book);
            List<String> notices = Notices.of(book, rules.folder().toString());
            if (format == Format.JSON) {
                return print(new CheckReport(book.revision(), List.of(), warnings, notices));
            }
            out().println(rules.folder() + ": "
                    + book.listing().rules().size() + " rules, "
                    + book.catalogue().actions().size() + " actions, no problems; revision "
                    + book.revision());
            warnings.forEach(one -> out().println(one.shown()));
            notices.forEach(out()::println);
        } catch (BadRules bad) {
            if (format == Format.TEXT) {
                throw bad;
            }
            return print(CheckReport.refused(bad));
        }
        return ExitCode.OK;
    }

    /** The standard fixtures are for the standard rules; other rules may have none yet. */
    private List<Problem> warnings(RuleBook book) {
        boolean tried = fixtures.given() || (!rules.given() && Files.isDirectory(fixtures.folder()));
        return tried
                ? Stream.concat(book.warnings().stream(), Fixtures.read(fixtures.folder(), book).warnings().stream())
                        .sorted()
                        .toList()
                : book.warnings();
    }

    private int print(CheckReport report) {
        out().println(Json.pretty(report));
        return report.problems().isEmpty() ? ExitCode.OK : ExitCode.NO;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
