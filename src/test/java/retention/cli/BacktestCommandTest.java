package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.TinyRules;

/** The verb over CSV files, with one rule: marks below 5 take 40 points of satisfaction, so the risk rises from 50 to 60. */
class BacktestCommandTest {

    private static final String CUSTOMERS = """
            SELECT JSON_OBJECT('id' VALUE id, 'asOf' VALUE '2026-01-01', 'since' VALUE since,
                'surveys' VALUE JSON_ARRAY(JSON_OBJECT(
                    'kind' VALUE 'NPS', 'score' VALUE CAST(mark AS INTEGER), 'answeredOn' VALUE '2025-12-01'))
                ABSENT ON NULL)
            FROM t ORDER BY id""";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        new TinyRules(folder.resolve("rules"))
                .filler()
                .assessment(rule(
                        "a bad mark",
                        "Survey( score < 5 )",
                        "new Evidence( Dimension.SATISFACTION, -40, \"a bad mark\" )"));
        write("customers.sql", CUSTOMERS);
        write("outcomes.sql", "SELECT id, has_left FROM t ORDER BY id;");
        write("t.csv", "id,since,mark,has_left", "a,,1,1", "b,,2,0", "c,,9,0", "d,,8,0", "e,2025-13-01,9,0");
    }

    /** Two of risk 60, one of whom left; two of 50: 2.5 of 3 pairs; standard error the root of (5/36 + .12626) / 3, .2973. */
    @Test
    void the_scores_are_compared_with_what_happened() throws IOException {
        write("t.csv", "id,since,mark,has_left", "a,,1,1", "b,,2,0", "c,,9,0", "d,,8,0");
        assertThat(backtest()).isZero();
        assertThat(out.toString().lines())
                .startsWith(
                        "4 customers decided; 0 of them have no row of outcomes, and 0 rows of outcomes have no customer.",
                        "",
                        "#### has_left",
                        "",
                        "4 customers.",
                        "1 of them had it (25.0 %).")
                .contains(
                        "| risk of leaving | .833 | .251 to 1.000 |",
                        "| low trust | .500 | everybody has 60 |",
                        "| low satisfaction | .833 | .251 to 1.000 |",
                        "| 1 | 60 | 1 | 50.0 % | 2.00 |");
    }

    @Test
    void a_bad_row_is_reported_and_left_out() {
        assertThat(backtest()).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("row 5: since: must be a date that exists, written yyyy-mm-dd", "1 rows refused");
        assertThat(out.toString())
                .startsWith("4 customers decided; 0 of them have no row of outcomes, and 1 rows of outcomes have no");
    }

    @Test
    void facts_left_out_are_not_decided_on() {
        assertThat(backtest("--without", "surveys,since")).isZero();
        assertThat(out.toString())
                .startsWith("Decided without surveys, since.\n5 customers decided;")
                .contains("| risk of leaving | .500 | everybody has 50 |");
    }

    @Test
    void an_unknown_fact_is_told_with_the_likely_one() {
        assertThat(backtest("--without", "since,survey")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "--without: a customer has no fact \"survey\" that can be left out - did you mean \"surveys\"?");
    }

    @Test
    void who_and_when_cannot_be_left_out() {
        assertThat(backtest("--without", "id")).isEqualTo(2);
        assertThat(backtest("--without", "asOf")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void both_queries_and_a_place_are_needed() {
        assertThat(run("backtest", "--sql", "q.sql", "--csv", "t=t.csv")).isEqualTo(2);
        assertThat(run("backtest", "--outcomes", "q.sql", "--csv", "t=t.csv")).isEqualTo(2);
        assertThat(run("backtest", "--sql", "q.sql", "--outcomes", "q.sql")).isEqualTo(2);
        assertThat(run("backtest", "--sql", path("none.sql"), "--outcomes", "q.sql", "--csv", "t=t.csv"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "Missing required option: '--outcomes=QUERY.sql'",
                        "Missing required option: '--sql=QUERY.sql'",
                        "Missing required argument",
                        "there is no file " + path("none.sql"));
    }

    private int backtest(String... more) {
        var command =
                new ArrayList<>(List.of("backtest", "--sql", path("customers.sql"), "--csv", "t=" + path("t.csv")));
        command.addAll(List.of("--outcomes", path("outcomes.sql"), "--rules", path("rules")));
        command.addAll(List.of(more));
        return run(command.toArray(String[]::new));
    }

    private int run(String... args) {
        return Advisor.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
