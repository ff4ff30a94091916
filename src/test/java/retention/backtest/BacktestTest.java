package retention.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacktestTest {

    /** a to d with rising risk, falling satisfaction, and trust that never varies. */
    private static final List<Scored> CUSTOMERS = List.of(
            new Scored("a", 20, 60, 90, 50),
            new Scored("b", 40, 60, 70, 10),
            new Scored("c", 60, 60, 30, 50),
            new Scored("d", 80, 60, 10, 50));

    /** Standard error for 2 with and 2 without: the root of (.1875 + .0375 + .08036) / 4, .2763. */
    @Test
    void zeros_and_ones_are_ranked_by_each_warning() {
        assertThat(report("0", "1", "0", "1"))
                .contains(
                        "2 of them had it (50.0 %).",
                        "| score | AUC | 95 % interval |",
                        "|---|---:|---:|",
                        "| risk of leaving | .750 | .208 to 1.000 |",
                        "| low trust | .500 | everybody has 60 |",
                        "| low satisfaction | .750 | .208 to 1.000 |",
                        "| low switching cost | .750 | .208 to 1.000 |");
    }

    @Test
    void the_tenths_tell_share_and_lift() {
        assertThat(report("false", "TRUE", "0.0", "1"))
                .containsSequence(
                        "| tenth | risk of leaving | customers | share who had it | lift |",
                        "|---|---:|---:|---:|---:|",
                        "| 1 | 80 | 1 | 100.0 % | 2.00 |",
                        "| 2 | 60 | 1 | 0.0 % | 0.00 |");
    }

    @Test
    void one_class_only_cannot_be_ranked_and_says_why() {
        assertThat(report("0", "0", "0", "?"))
                .contains("Nothing can be computed: nobody had it, and ranking needs both.")
                .noneMatch(line -> line.startsWith("|"));
        assertThat(report("1", "1", "?", "?"))
                .contains("Nothing can be computed: everybody had it, and ranking needs both.");
    }

    @Test
    void numbers_are_compared_by_rank() {
        assertThat(report("5", "4.5", "1e1", "-2"))
                .containsSequence(
                        "| score | rank correlation |",
                        "|---|---:|",
                        "| risk of leaving | -.400 |",
                        "| trust | none: everybody has 60 |",
                        "| satisfaction | .400 |")
                .noneMatch(line -> line.contains("AUC"));
        assertThat(report("3", "3", "3", "3")).contains("Nothing can be computed: everybody has the same number.");
    }

    @Test
    void texts_are_groups_in_the_order_in_which_they_are_named() {
        assertThat(report("on time", "3", "3", "a|b"))
                .containsSequence(
                        "| it | customers | risk of leaving | trust | satisfaction | switching cost |",
                        "|---|---:|---:|---:|---:|---:|",
                        "| on time | 1 | 20.0 | 60.0 | 90.0 | 50.0 |",
                        "| 3 | 2 | 50.0 | 60.0 | 50.0 | 30.0 |",
                        "| a\\|b | 1 | 80.0 | 60.0 | 10.0 | 50.0 |");
    }

    @Test
    void a_group_of_nobody_who_was_decided_is_still_listed() {
        var outcomes = new Outcomes(List.of("it"), List.of(row("x", "gone"), row("a", "here")));
        assertThat(new Backtest(CUSTOMERS, outcomes).markdown())
                .containsSequence("| gone | 0 |  |  |  |  |", "| here | 1 | 20.0 | 60.0 | 90.0 | 50.0 |");
    }

    @Test
    void what_is_not_known_is_left_out_and_counted() {
        assertThat(report("0", "?", "1", "1"))
                .contains("3 customers; 1 more, of whom it is not known, are left out.", "2 of them had it (66.7 %).");
        assertThat(report("?", "?", "?", "?"))
                .contains("0 customers; 4 more, of whom it is not known, are left out.")
                .contains("Nothing can be computed: it is known of no customer.");
    }

    @Test
    void customers_without_outcome_and_outcomes_without_customer_are_counted() {
        var outcomes = new Outcomes(List.of("it"), List.of(row("a", "1"), row("x", "0"), row("y", "0"), row("b", "0")));
        assertThat(new Backtest(CUSTOMERS.subList(0, 3), outcomes).markdown())
                .contains(
                        "3 customers decided; 1 of them have no row of outcomes, and 2 rows of outcomes have no customer.")
                .contains("2 customers.", "1 of them had it (50.0 %).");
    }

    @Test
    void each_outcome_has_its_heading() {
        var outcomes = new Outcomes(List.of("has_left", "stars"), List.of(row("a", "1", "5")));
        assertThat(new Backtest(CUSTOMERS, outcomes).markdown())
                .filteredOn(line -> line.startsWith("#"))
                .containsExactly("#### has_left", "#### stars");
    }

    @Test
    void the_order_of_the_customers_does_not_matter() {
        var backwards = new ArrayList<>(CUSTOMERS);
        Collections.reverse(backwards);
        var outcomes = new Outcomes(
                List.of("one", "two", "three"),
                List.of(
                        row("a", "0", "1", "x"),
                        row("b", "1", "7", "y"),
                        row("c", "0", "7", "y"),
                        row("d", "1", "9", "?")));
        assertThat(new Backtest(backwards, outcomes).markdown())
                .isEqualTo(new Backtest(CUSTOMERS, outcomes).markdown());
    }

    @Test
    void neither_names_nor_values_break_the_page() {
        assertThat(report("a\\|b", "<b>", "c", "c"))
                .anyMatch(line -> line.startsWith("| a\\\\\\|b | 1 |"))
                .anyMatch(line -> line.startsWith("| \\<b> | 1 |"));
        var outcomes = new Outcomes(List.of("one\n# two"), List.of(row("a", "1")));
        assertThat(new Backtest(CUSTOMERS, outcomes).markdown()).contains("#### one # two");
    }

    /** What is said of one outcome, a value for each of the four customers. */
    private static List<String> report(String... values) {
        List<Outcomes.Row> rows = IntStream.range(0, values.length)
                .mapToObj(i -> row(CUSTOMERS.get(i).customer(), values[i]))
                .toList();
        return new Backtest(CUSTOMERS, new Outcomes(List.of("it"), rows)).markdown();
    }

    /** A question mark is not known. */
    private static Outcomes.Row row(String customer, String... values) {
        List<@Nullable String> known = new ArrayList<>();
        for (String value : values) {
            known.add(value.equals("?") ? null : value);
        }
        return new Outcomes.Row(customer, known);
    }
}
