package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.facts.Customer;
import retention.json.CustomerReader;

/** What a customer shows of the conditions of one rule. */
class SidesTest {

    private static final String NOBODY = "{'id':'x'}";
    private static final String TWO_ORDERS =
            "{'id':'x','orders':[{'amount':50,'damaged':true},{'amount':5,'damaged':false}]}";

    @TempDir
    private Path folder;

    @Test
    void a_condition_counts_only_where_those_before_it_held() {
        String when = "Customer( segment == Segment.PRICE, valuePercentile > 5 )";
        assertThat(seen(when, NOBODY)).containsExactly("segment == Segment.PRICE is false");
        assertThat(seen(when, "{'id':'x','segment':'PRICE','valuePercentile':5}"))
                .containsExactly("segment == Segment.PRICE is true", "valuePercentile > 5 is false");
        assertThat(seen(when, "{'id':'x','segment':'PRICE','valuePercentile':6}"))
                .containsExactly("segment == Segment.PRICE is true", "valuePercentile > 5 is true");
    }

    @Test
    void each_part_of_and_and_or_has_its_sides_where_it_settles_something() {
        String when = "Customer( segment == Segment.PRICE && language == \"en\" || valuePercentile > 5 )";
        assertThat(seen(when, "{'id':'x','segment':'PRICE','language':'en'}"))
                .containsExactly("segment == Segment.PRICE is true", "language == \"en\" is true");
        assertThat(seen(when, "{'id':'x','segment':'PRICE','valuePercentile':6}"))
                .containsExactly(
                        "segment == Segment.PRICE is true",
                        "language == \"en\" is false",
                        "valuePercentile > 5 is true");
        assertThat(seen(when, NOBODY))
                .containsExactly("segment == Segment.PRICE is false", "valuePercentile > 5 is false");
    }

    @Test
    void what_is_negated_has_the_sides_of_what_is_asked() {
        String when = "Customer( valuePercentile != null, !( valuePercentile > 5 || orders.known ) )";
        assertThat(seen(when, "{'id':'x','valuePercentile':6}"))
                .containsExactly("valuePercentile != null is true", "valuePercentile > 5 is true");
        assertThat(seen(when, "{'id':'x','valuePercentile':5}"))
                .containsExactly(
                        "valuePercentile != null is true", "valuePercentile > 5 is false", "orders.known is false");
    }

    @Test
    void what_only_remembers_has_no_sides_and_what_compares_has() {
        String when = "Customer( $a : valuePercentile, $n : orders.count >= 2, $n < 3 )";
        assertThat(seen(when, NOBODY)).containsExactly("$n : orders.count >= 2 is false");
        assertThat(seen(when, TWO_ORDERS)).containsExactly("$n : orders.count >= 2 is true", "$n < 3 is true");
    }

    @Test
    void all_facts_are_asked_and_joined_ones_for_each() {
        String when = "$o : Order( damaged == true ) Order( amount < $o.amount )";
        assertThat(seen(when, TWO_ORDERS))
                .containsExactly(
                        "damaged == true is true",
                        "damaged == true is false",
                        "amount < $o.amount is true",
                        "amount < $o.amount is false");
        assertThat(seen(when, "{'id':'x','orders':[{'amount':5,'damaged':false}]}"))
                .containsExactly("damaged == true is false");
    }

    @Test
    void a_fact_without_conditions_is_there_or_not() {
        assertThat(seen("Visit() Customer()", NOBODY)).containsExactly("Visit() is false");
        assertThat(seen("$o : Order( $a : amount )", TWO_ORDERS)).containsExactly("$o : Order( $a : amount ) is true");
    }

    @Test
    void exists_and_not_have_sides_of_their_own_and_look_at_all_facts() {
        assertThat(seen("exists Order( damaged == true )", TWO_ORDERS))
                .containsExactly(
                        "exists Order( damaged == true ) is true",
                        "damaged == true is true",
                        "damaged == true is false");
        String not = "not Order( damaged == true ) Customer( orders.known )";
        assertThat(seen(not, TWO_ORDERS))
                .containsExactly(
                        "not Order( damaged == true ) is false", "damaged == true is true", "damaged == true is false");
        assertThat(seen(not, "{'id':'x','orders':[]}"))
                .containsExactly("not Order( damaged == true ) is true", "orders.known is true");
        assertThat(seen("exists ( Order( amount > 10 ) and Visit() )", TWO_ORDERS))
                .containsExactly(
                        "exists ( Order( amount > 10 ) and Visit() ) is false",
                        "amount > 10 is true",
                        "amount > 10 is false",
                        "Visit() is false");
    }

    @Test
    void each_branch_of_or_is_asked() {
        assertThat(seen(
                        "( Order( amount > 100 ) or Customer( language == \"en\" ) )",
                        "{'id':'x','language':'en','orders':[{'amount':5}]}"))
                .containsExactly("amount > 100 is false", "language == \"en\" is true");
    }

    @Test
    void sums_have_sides_and_so_has_that_there_is_anything_to_sum_up() {
        String max =
                "accumulate( Order( $a : amount, $a > 1 ); $m : max( $a ); $m > 20, $m < 40 ) Customer( orders.known )";
        assertThat(seen(max, TWO_ORDERS))
                .containsExactly(
                        text(max, "accumulate") + " is true", "$a > 1 is true", "$m > 20 is true", "$m < 40 is false");
        assertThat(seen(max, NOBODY)).containsExactly(text(max, "accumulate") + " is false");
        String count = "accumulate( Order( damaged == true ); $n : count(); $n > 1 ) Customer( orders.known )";
        assertThat(seen(count, TWO_ORDERS))
                .containsExactly("damaged == true is true", "damaged == true is false", "$n > 1 is false");
    }

    @Test
    void scores_and_signals_have_sides() {
        assertThat(seen("not Trust( low ) Signal( name == \"seen\" )", NOBODY))
                .containsExactly("low is false", "Signal( name == \"seen\" ) is true");
        assertThat(seen("not Trust( low ) not Signal( name == \"late\" )", NOBODY))
                .containsExactly("low is false", "Signal( name == \"late\" ) is false");
    }

    @Test
    void a_fork_is_where_it_was_written_and_as_it_was_written() {
        tiny(
                "Customer( language   ==  \"a, (b\", orders.count != null,\n        ( orders.count + 1 ) > 3 || orders.late( 3 ).any, segment in ( Segment.PRICE ) )\n"
                        + "    exists Order( amount > 1 )");
        try (RuleBook book = RuleBook.open(folder)) {
            List<Fork> forks = forks(book, "asked");
            assertThat(forks.stream().map(fork -> fork.line() + ":" + fork.column() + " " + fork.text()))
                    .containsExactly(
                            "4:15 language == \"a, (b\"",
                            "4:39 orders.count != null",
                            "5:9 ( orders.count + 1 ) > 3",
                            "5:37 orders.late( 3 ).any",
                            "5:59 segment in ( Segment.PRICE )",
                            "6:5 exists Order( amount > 1 )",
                            "6:19 amount > 1");
            assertThat(forks.get(0).place()).endsWith("trust.drl:4:15");
            Sides sides = book.sides();
            assertThat(forks.stream().map(sides::condition).map(String::valueOf))
                    .containsExactly(
                            "language == \"a, (b\"",
                            "orders.count != null",
                            "( orders.count + 1 ) > 3",
                            "orders.late(3).any",
                            "segment in ( Segment.PRICE )",
                            "null",
                            "amount > 1");
        }
    }

    private static String text(String when, String word) {
        return when.substring(when.indexOf(word), when.indexOf(" Customer"));
    }

    private static List<Fork> forks(RuleBook book, String rule) {
        return book.sides().forks().stream()
                .filter(fork -> fork.owner().equals(rule))
                .toList();
    }

    private void tiny(String when) {
        new TinyRules(folder)
                .assessment(TinyRules.rule("seen", "Customer()", "new Signal( \"seen\", \"why\" )")
                        + TinyRules.rule("late", "Customer( orders.late(9).any )", "new Signal( \"late\", \"why\" )"))
                .trust(TinyRules.rule("asked", when, "new Recommend( \"CALL\", \"why\" )"));
    }

    private List<String> seen(String when, String json) {
        tiny(when);
        try (RuleBook book = RuleBook.open(folder)) {
            byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            Customer customer = CustomerReader.read(bytes, LocalDate.of(2026, 6, 1));
            Inquest inquest = book.inquest(customer, book.reason(customer));
            return book.sides().seen("asked", inquest).stream()
                    .map(side -> side.fork().text() + " is " + side.name())
                    .toList();
        }
    }
}
