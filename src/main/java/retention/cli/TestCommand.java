package retention.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
                + "makes speak or that have no near miss. Succeeds only when there is nothing to print.")
final class TestCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final FixturesOption fixtures = new FixturesOption();

    @Mixin
    private final MutationOption mutation = new MutationOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (RuleBook book = rules.open()) {
            Fixtures cases = Fixtures.read(fixtures.folder(), book);
            Report report = cases.run();
            report.print(Objects.requireNonNull(spec).commandLine().getOut());
            return report.green() && mutation.passes(book, cases) ? ExitCode.OK : ExitCode.NO;
        }
    }
}
