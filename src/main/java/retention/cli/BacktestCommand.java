package retention.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import retention.backtest.Backtest;
import retention.backtest.Outcomes;
import retention.json.CustomerReader;
import retention.json.DidYouMean;
import retention.rules.RuleBook;
import retention.sql.CustomerQuery;
import retention.sql.OutcomeQuery;
import retention.sql.Source;

/** Compares the scores with what really happened. */
@Command(
        name = "backtest",
        header = "Tells how well the scores rank what really happened afterwards.",
        description = {
            "Decides for the customers that a query makes, as import does, and compares their scores with what "
                    + "became of them. A second query over the same tables tells that: a column id, and one or more others, "
                    + "each an outcome known only afterwards. NULL is not known. Prints tables in Markdown:",
            "An outcome of 0 and 1, or true and false: for the risk of leaving and each low score the area under the "
                    + "ROC curve (AUC: how often somebody with the outcome stands above somebody without; .5 is chance) with a "
                    + "95 %% interval, and the customers by tenths of their risk.",
            "Other numbers: Spearman's rank correlation with each score.",
            "Texts: the mean scores of each group, in the order in which the query first names the groups.",
            "A row that is no customer is reported and left out, and the exit code is 1."
        })
final class BacktestCommand implements Callable<Integer> {

    @Mixin
    private final TablesOption tables = new TablesOption();

    @Option(
            names = "--outcomes",
            paramLabel = "QUERY.sql",
            required = true,
            description = "file with the query that tells what became of the customers")
    private @Nullable Path outcomes;

    @Option(
            names = "--without",
            paramLabel = "FACT",
            split = ",",
            description = "facts to leave out before deciding, such as surveys,since: what an outcome is made of must "
                    + "not be among its own inputs")
    private List<String> without = List.of();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        without.forEach(this::requireKnown);
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        var customers = new CustomerQuery(tables.query());
        var after = new OutcomeQuery(Files.readString(Objects.requireNonNull(outcomes)));
        try (RuleBook book = rules.open();
                Source source = tables.open()) {
            Outcomes known = after.read(source);
            var scores = new CustomerScores(
                    book::advise, without, LocalDate.now(ZoneOffset.UTC), err::println, Progress.to(err));
            customers.each(source, scores::add);
            print(new Backtest(scores.all(), known));
            err.println(scores.refused() + " rows refused");
            return scores.refused() == 0 ? ExitCode.OK : ExitCode.NO;
        }
    }

    private void print(Backtest backtest) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!without.isEmpty()) {
            out.println("Decided without " + String.join(", ", without) + ".");
        }
        backtest.markdown().forEach(out::println);
        out.flush();
    }

    private void requireKnown(String fact) {
        List<String> known = CustomerReader.optionalFacts();
        if (!known.contains(fact)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--without: a customer has no fact \"" + fact + "\" that can be left out"
                            + DidYouMean.hint(fact, known));
        }
    }
}
