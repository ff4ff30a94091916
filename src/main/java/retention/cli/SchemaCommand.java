package retention.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import retention.fixtures.FixtureSchema;
import retention.json.CustomerSchema;
import retention.rules.RuleBook;

/** Prints the JSON Schema of a customer, or of a fixture file. */
@Command(
        name = "schema",
        header = "Prints the JSON Schema of a customer, or of a fixture file.",
        description = "Prints the JSON Schema of a customer: every fact with its meaning and unit, and the facts that "
                + "the rule folder declares. With --fixtures that of a fixture file, with which editors complete and "
                + "check it.")
final class SchemaCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Option(
            names = "--fixtures",
            description = "the schema of a fixture file, with the names of the rules, actions and signals of the rule "
                    + "folder")
    private boolean fixtures;

    @Option(
            names = "--any-rules",
            description =
                    "with --fixtures, for whatever rules: it changes only when the advisor does, and knows no name")
    private boolean anyRules;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (anyRules && !fixtures) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--any-rules needs --fixtures");
        }
        Objects.requireNonNull(spec).commandLine().getOut().println(schema());
        return ExitCode.OK;
    }

    private String schema() {
        if (anyRules) {
            return FixtureSchema.general();
        }
        try (RuleBook book = rules.open()) {
            return fixtures ? FixtureSchema.of(book) : CustomerSchema.of(book.declared());
        }
    }
}
