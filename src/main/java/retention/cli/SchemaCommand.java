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

/** Prints the JSON Schema of a customer or of a fixture file, or the OpenAPI document of the server. */
@Command(
        name = "schema",
        header = "Prints the JSON Schema of a customer or a fixture file, or the OpenAPI document.",
        description = "Prints the JSON Schema of a customer: every fact with its meaning and unit, and the facts that "
                + "the rule folder declares. With --fixtures that of a fixture file, with which editors complete and "
                + "check it. With --openapi the description of the API, as the server has it at /openapi.json.")
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

    @Option(
            names = "--openapi",
            description = "the OpenAPI document of the server; it changes only when the advisor does")
    private boolean openApi;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (anyRules && !fixtures) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--any-rules needs --fixtures");
        }
        if (openApi && fixtures) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--openapi and --fixtures are two documents");
        }
        Objects.requireNonNull(spec).commandLine().getOut().println(schema());
        return ExitCode.OK;
    }

    private String schema() {
        if (openApi) {
            return ApiDocument.text();
        }
        if (anyRules) {
            return FixtureSchema.general();
        }
        try (RuleBook book = rules.open()) {
            return fixtures ? FixtureSchema.of(book) : CustomerSchema.of(book.declared());
        }
    }
}
