package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import retention.fixtures.Fixtures;
import retention.fixtures.mutation.Mutation;
import retention.fixtures.mutation.MutationReport;
import retention.json.DidYouMean;
import retention.json.Json;
import retention.rules.RuleBook;
import retention.rules.mutation.Mutant;

/** Whether and how rules are changed to see who notices. */
final class MutationOption {

    @Option(
            names = "--mutate",
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "changes the rules, one small change at a time, and tells which changes no case notices, each "
                            + "with a case that would; only the rules in files whose names end so, when named, as in "
                            + "trust/delivery.drl")
    private @Nullable List<String> files;

    @Option(
            names = "--mutation",
            paramLabel = "PERCENT",
            description = "with --mutate: fails when fewer of the changes are noticed, in percent, exactly")
    private BigDecimal least = BigDecimal.ZERO;

    @Option(
            names = "--sample",
            paramLabel = "NUMBER",
            description = "with --mutate: tries about so many changes, spread over the rules, always the same ones")
    private int sample;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description =
                    "with --mutate: how many changes are tried at a time; as many as there are processors when left out")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--mutation-json",
            paramLabel = "FILE",
            description = "with --mutate: writes what became of each change to a file, too, for programs")
    private @Nullable Path json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    /** Whether enough is noticed; nothing is tried unless it was asked for. Cases that fail notice nothing. */
    boolean passes(RuleBook book, Fixtures cases) {
        List<String> named = files;
        if (named == null) {
            return true;
        }
        try (var mutation = new Mutation(book, cases, Math.max(1, threads))) {
            named.forEach(name -> requireKnown(name, mutation.files()));
            MutationReport report = run(mutation, named);
            report.print(out());
            write(report);
            return report.score().atLeast(least);
        }
    }

    private MutationReport run(Mutation mutation, List<String> named) {
        PrintWriter err = Objects.requireNonNull(verb).commandLine().getErr();
        List<Mutant> changes = sample > 0
                ? mutation.sample(file -> matches(file, named), sample)
                : mutation.all(file -> matches(file, named));
        var left = Remaining.of(changes.size(), "changes", err);
        MutationReport report = mutation.run(changes, sample > 0, one -> left.done());
        left.end();
        return report;
    }

    private static boolean matches(String file, List<String> named) {
        return named.isEmpty() || named.stream().anyMatch(name -> ends(file, name));
    }

    private static boolean ends(String file, String name) {
        String plain = name.replace('\\', '/');
        return file.equals(plain) || file.endsWith("/" + plain);
    }

    private void requireKnown(String name, List<String> known) {
        if (known.stream().noneMatch(file -> ends(file, name))) {
            throw new ParameterException(
                    Objects.requireNonNull(verb).commandLine(),
                    "--mutate: there is no rule file " + name + DidYouMean.hint(name, known));
        }
    }

    private void write(MutationReport report) {
        if (json != null) {
            try {
                Files.writeString(json, Json.pretty(report.written()) + "\n");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(verb).commandLine().getOut();
    }
}
