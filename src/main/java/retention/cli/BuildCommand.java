package retention.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.rules.RuleBook;

/** Writes a rule book into one file. */
@Command(
        name = "build",
        header = "Writes the rules, checked and compiled, into one file.",
        description = "Checks and compiles the rule folder and writes a jar with the sources and what they became. "
                + "serve, check, test and advise take it with --rules instead of the folder: same revision, same "
                + "advice. Another version of the advisor or of Java compiles the "
                + "sources in it anew.")
final class BuildCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "file to write, such as book.jar")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path target = Objects.requireNonNull(output).toAbsolutePath();
        byte[] jar = RuleBook.build(rules.folder(), rules.compiled());
        Path aside =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try {
            Files.write(aside, jar);
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        Objects.requireNonNull(spec).commandLine().getOut().println(output + ": " + jar.length + " bytes");
        return ExitCode.OK;
    }
}
