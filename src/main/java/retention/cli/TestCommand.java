package retention.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import retention.fixtures.Fixtures;
import retention.fixtures.Report;
import retention.rules.RuleBook;

/** Runs the fixtures. */
@Command(
        name = "test",
        header = "Tries the fixtures on the rules.",
        description = "Tries every worked example of the fixture folder on the rules, on the real engine. Prints the "
                + "cases that fail, with what was expected (-) and what came out (+), and the rules that no case "
                + "makes speak or that have no near miss. Succeeds only when there is nothing to print. docs/testing.md "
                + "is a guide.")
final class TestCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final FixturesOption fixtures = new FixturesOption();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    @Mixin
    private final ColorOption color = new ColorOption();

    @Mixin
    private final SuggestOptions suggest = new SuggestOptions();

    @Mixin
    private final UpdateOptions update = new UpdateOptions();

    @Mixin
    private final CoverageOptions coverage = new CoverageOptions();

    @Mixin
    private final MutationOption mutation = new MutationOption();

    @Option(names = "--watch", description = "try again whenever rules or fixtures are saved, until stopped")
    private boolean watch;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (watch) {
            if (update.wanted()) {
                throw new ParameterException(line(), "--update and --watch do not go together");
            }
            new TestWatch(rules.folder(), fixtures.folder(), rules.opening(), out()).watch(this::tried);
        }
        try (RuleBook book = rules.open()) {
            return tried(book) ? ExitCode.OK : ExitCode.NO;
        }
    }

    /** Tries the fixtures on a book and tells; whether all is as it should be. */
    private boolean tried(RuleBook book) {
        Fixtures cases = Fixtures.read(fixtures.folder(), book);
        Report report = cases.run(selection.selection());
        selection.requireSome(report);
        if (update.wanted() && update.write(cases.renewed(report.trials()), color.ansi(), line())) {
            cases = Fixtures.read(fixtures.folder(), book);
            report = cases.run(selection.selection());
        }
        reports.write(report);
        ReportText.print(report, color.ansi(), out());
        boolean enough = coverage.enough(book, cases, fixtures.folder(), report, out());
        suggest.suggest(book, cases, fixtures.folder(), report);
        boolean noticed = mutation.passes(book, cases);
        return report.green() && enough && noticed;
    }

    private PrintWriter out() {
        return line().getOut();
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
