package retention.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.json.Json;
import retention.rules.Explained;
import retention.rules.RuleBook;
import retention.rules.explain.Sayings;

/** Why, why not, and what would change it. */
@Command(
        name = "explain",
        header = "Tells why an action is advised, why not, and what would change it.",
        description = "Reads one customer and tells, for each action that is advised, the rules and the facts it rests "
                + "on, and for each other one what stopped it: the first condition that does not hold of every rule "
                + "that could recommend it, with the value seen; the rule that withholds it; the guardrail that "
                + "forbids it; or what takes its place. With --what-if it looks for the smallest single change of the "
                + "customer that makes the action appear, or vanish when it is advised: a known value changed comes "
                + "before a missing one filled, then an item of a list removed, then one added; among these the "
                + "change that moves a number or a day less comes first. The rules themselves judge each change.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CUSTOMER", description = "file with one customer as JSON")
    private @Nullable Path file;

    @Option(
            names = {"-a", "--action"},
            paramLabel = "CODE",
            description = "explain this action alone; all when left out")
    private @Nullable String action;

    @Option(names = "--what-if", description = "look for the smallest change of the customer; needs --action")
    private boolean whatIf;

    @Option(
            names = {"-l", "--language"},
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or zh, for our own words; what a rule's author wrote stays as written")
    private String language = "";

    @Mixin
    private final FormatOption format = new FormatOption();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        if (whatIf && action == null) {
            throw new ParameterException(line, "--what-if needs --action with the code of one action");
        }
        if (!Sayings.languages().contains(language)) {
            throw new ParameterException(line, "--language must be " + String.join(" or ", Sayings.languages()));
        }
        byte[] json = Files.readAllBytes(Objects.requireNonNull(file));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Customer customer = CustomerReader.read(json, today);
        try (RuleBook book = rules.open()) {
            Explained explained = book.explain(customer, action);
            if (whatIf && action != null) {
                explained = explained.with(book.whatIf(Json.mapper().readTree(json), today, action));
            }
            line.getOut().println(format.json() ? Json.pretty(explained) : ExplainedText.of(explained, language));
        }
        return ExitCode.OK;
    }
}
