package retention.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import retention.json.CustomerSchema;
import retention.rules.RuleBook;

/** Prints the JSON Schema of a customer. */
@Command(
        name = "schema",
        header = "Prints the JSON Schema of a customer.",
        description = "Prints the JSON Schema of a customer: every fact with its meaning and unit, and the facts that "
                + "the rule folder declares.")
final class SchemaCommand implements Callable<Integer> {

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (RuleBook book = rules.open()) {
            Objects.requireNonNull(spec).commandLine().getOut().println(CustomerSchema.of(book.declared()));
        }
        return ExitCode.OK;
    }
}
