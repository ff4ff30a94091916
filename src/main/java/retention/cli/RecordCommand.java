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
import retention.fixtures.Recording;
import retention.json.BadRequest;
import retention.json.Json;
import retention.json.Problems;
import retention.rules.RuleBook;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Writes a fixture from a customer. */
@Command(
        name = "record",
        header = "Writes a fixture from a customer and what comes out today.",
        description =
                "Reads one customer and writes a worked example: the customer, and the advice of today as what is "
                        + "expected, or, with --rule-file, what the rules of that file conclude. The id is replaced, asOf is filled in, "
                        + "and free texts that nothing rests on are left out. Review it before you keep it: it says what is, not "
                        + "what ought to be.")
final class RecordCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "one customer as JSON")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "TEXT", description = "the name of the case; it reads as a requirement")
    private String name = "recorded, to be named by whoever reviews it";

    @Option(
            names = "--rule-file",
            paramLabel = "FILE",
            description =
                    "a rule file below the rule folder, such as trust/delivery.drl; the whole advice when left out")
    private @Nullable String ruleFile;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "appends the case to this fixture file, and records what cases there are about; "
                    + "prints it when left out")
    private @Nullable Path into;

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final FixturesOption fixtures = new FixturesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        String subject = subject();
        JsonNode customer = customer(Files.readAllBytes(Objects.requireNonNull(file)));
        try (RuleBook book = rules.open()) {
            var recording = new Recording(book, subject, customer, LocalDate.now(ZoneOffset.UTC));
            if (into == null) {
                line.getOut().print(recording.text(name));
                line.getOut().flush();
            } else {
                recording.append(into, name);
                line.getOut().println("appended to " + into + "; review it");
            }
            recording
                    .kept()
                    .forEach(
                            path -> line.getErr().println("a free text was kept, for the result rests on it: " + path));
        }
        return ExitCode.OK;
    }

    /** Where the case is to stand says what it is about. */
    private @Nullable String subject() {
        if (into == null) {
            return ruleFile;
        }
        if (!into.toString().endsWith(".yaml")
                || !into.toAbsolutePath()
                        .normalize()
                        .startsWith(fixtures.folder().toAbsolutePath().normalize())) {
            throw misuse("--into must be a .yaml file inside " + fixtures.folder() + ", the fixture folder");
        }
        String there = Recording.subject(fixtures.folder(), into);
        if (ruleFile != null && !ruleFile.equals(there)) {
            throw misuse("cases in " + into + " are about " + (there == null ? "whole customers" : there)
                    + ", not about " + ruleFile);
        }
        return there;
    }

    private ParameterException misuse(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }

    private static JsonNode customer(byte[] json) {
        try {
            JsonNode customer = Json.mapper().readTree(json);
            if (customer.isObject()) {
                return customer;
            }
        } catch (JacksonException broken) {
            throw Problems.explain(broken);
        }
        throw new BadRequest("", "is not a customer: a JSON object with at least an \"id\" is needed");
    }
}
