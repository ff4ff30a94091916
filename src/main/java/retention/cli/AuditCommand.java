package retention.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import retention.audit.Audit;
import retention.audit.AuditReport;
import retention.json.Json;
import retention.rules.RuleBook;

/** Whether terms are fair. */
@Command(
        name = "audit",
        header = "Tries on customers whether terms are fair.",
        description = "Reads customers as 'advise' does, varies each in one fact, all else equal, and asks the rules "
                + "again. Longer tenure must not lose a benefit, and the fields under protectedFields in "
                + "contact-policy.yaml must not change any. A benefit is a marketing action, and counts with what is "
                + "spent on it: its cost and what an agent may spend. One is lost when all that the customer gets "
                + "instead counts less, or the prices of the customer's own among it do. Prints each pair that breaks it with "
                + "the rules at fault, which are those without which it would not be so, and the exit code is 1. "
                + "Rules that only greet, on an anniversary or another day of the calendar that comes to everybody, "
                + "are left out and named. As JSON it holds every pair.")
final class AuditCommand implements Callable<Integer> {

    /** As many pairs are shown of each group as fit a screen; all of them as JSON. */
    private static final int SHOWN = 3;

    private static final int WRITTEN = 100_000;

    @Parameters(paramLabel = "CUSTOMERS", arity = "1..*", description = "files of customers; - reads standard input")
    private List<String> files = List.of();

    @Option(
            names = "--consenting",
            description = "take every customer for one who allows marketing and profiling; else nothing can be told of "
                    + "those who allow none")
    private boolean consenting;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        if (files.stream().filter("-"::equals).count() > 1) {
            throw new ParameterException(line, "standard input can be read once");
        }
        Path input = files.contains("-") ? Files.createTempFile("customers", ".ndjson") : null;
        try (RuleBook book = rules.open()) {
            AuditReport report = audit(book, input, line.getErr());
            line.getOut().println(format.json() ? Json.pretty(report) : AuditText.of(report));
            return report.fine() ? ExitCode.OK : ExitCode.NO;
        } finally {
            if (input != null) {
                Files.deleteIfExists(input);
            }
        }
    }

    /** Each file is read twice: what customers have in a field is told before it is tried on others. */
    private AuditReport audit(RuleBook book, @Nullable Path input, PrintWriter err) throws IOException {
        if (input != null) {
            Files.copy(System.in, input, StandardCopyOption.REPLACE_EXISTING);
        }
        var paths = new ArrayList<Path>();
        for (String file : files) {
            Path path = input != null && file.equals("-") ? input : Path.of(file);
            if (Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
                throw new IllegalArgumentException(
                        file + " can be read only once, as a pipe; write - and send it there");
            }
            paths.add(path);
        }
        Progress progress = Progress.to(err);
        int most = format.json() ? WRITTEN : SHOWN;
        var audit = new Audit(book, LocalDate.now(ZoneOffset.UTC), consenting, most, progress::add);
        for (Path path : paths) {
            try (InputStream in = Files.newInputStream(path)) {
                audit.look(in);
            }
        }
        for (Path path : paths) {
            try (InputStream in = Files.newInputStream(path)) {
                audit.run(in);
            }
        }
        progress.done();
        return audit.report();
    }
}
