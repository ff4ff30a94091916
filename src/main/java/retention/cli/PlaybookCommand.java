package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.playbook.PlaybookPage;
import retention.rules.RuleBook;
import retention.rules.RuleListing;

/** Prints the playbook as a page. */
@Command(
        name = "playbook",
        header = "Prints the playbook as a page for people who do not program.",
        description = "Prints a page in Markdown for people who do not program: each play with "
                + "the rules that serve it, what they do, who does it and why; then every action with its words. Links "
                + "to rules lead from the folder of the written file, or from here when it is printed.")
final class PlaybookCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "file to write; standard output when left out")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path from = output == null ? here : here.resolve(output).normalize().resolveSibling("");
        try (RuleBook book = rules.open()) {
            String page = PlaybookPage.of(book, rule -> address(from, rule));
            if (output == null) {
                PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
                out.print(page);
                out.flush();
            } else {
                Files.writeString(output, page);
            }
        }
        return ExitCode.OK;
    }

    private static String address(Path from, RuleListing.Entry rule) {
        Path file = Path.of(rule.file()).toAbsolutePath().normalize();
        return from.relativize(file).toString().replace('\\', '/') + "#L" + rule.line();
    }
}
