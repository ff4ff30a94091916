package retention.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import retention.advice.Advice;
import retention.facts.Customer;
import retention.rules.RuleBook;

/** Advice for a file of customers. */
@Command(
        name = "advise",
        header = "Writes advice for a file or stream of customers.",
        description = "Reads customers, one JSON object a line (NDJSON), and writes one line of advice for each, in "
                + "the same order. A line that cannot be read becomes an error with its line number; the others go "
                + "on, and the exit code is 1.")
final class AdviseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "file of customers; - reads standard input")
    private @Nullable String file;

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "threads to use; as many as there are cores when left out")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-s", "--summary"},
            description =
                    "instead of the advice, print how many customers each action was advised to, and their scores")
    private boolean summary;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        if (threads < 1) {
            throw new ParameterException(line, "--threads must be 1 or more");
        }
        try (InputStream in = open();
                RuleBook book = rules.open()) {
            var counts = new Summary();
            Function<Customer, Advice> advise = summary ? one -> counts.add(book.advise(one)) : book::advise;
            var lines = new AdviceLines(advise, LocalDate.now(ZoneOffset.UTC), threads, Progress.to(line.getErr()));
            long bad = lines.run(in, summary ? OutputStream.nullOutputStream() : StandardOutput.open());
            if (summary) {
                counts.print(line.getOut());
                line.getErr().println(bad + " lines could not be read");
            }
            return bad == 0 ? ExitCode.OK : ExitCode.NO;
        }
    }

    private InputStream open() throws IOException {
        if ("-".equals(file)) {
            return System.in;
        }
        Path path = Path.of(Objects.requireNonNull(file));
        boolean pipe = Files.readAttributes(path, BasicFileAttributes.class).isOther();
        return pipe ? new FileInputStream(path.toFile()) : Files.newInputStream(path); // the latter would seek in it
    }
}
