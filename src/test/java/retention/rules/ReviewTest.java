package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules that are all right say in vain, and what is no reason to warn of. */
class ReviewTest {

    private static final String CALL = "new Recommend( \"CALL\", \"x\" )";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder)
                .assessment(rule("assess", "Customer( language == \"xx\" )", "new Signal( \"seen\", \"is here\" )"))
                .trust(rule("advise", "Customer( language == \"xx\" )", "new Recommend( \"NEWS\", \"is here\" )"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~~", quoteCharacter = '`', textBlock = """
        Today( month == 13 )                                        ~~ 8 ~~ this rule never speaks: "month" is from 1 to 12
        Trust( value > 100 )                                        ~~ 8 ~~ this rule never speaks: "value" is from 0 to 100
        Customer( orders.count < 0 )                                ~~ 11 ~~ this rule never speaks: "orders.count" is from 0
        Customer( $n : orders.count, $n < 0 )                       ~~ 30 ~~ this rule never speaks: "orders.count" is from 0
        Customer( tenureMonths == 2.5 )                             ~~ 11 ~~ this rule never speaks: "tenureMonths" is from 0
        Order( daysLate > 5, daysLate < 3 )                         ~~ 22 ~~ this rule never speaks: what it asks here of "daysLate" contradicts what it asked before
        Order( daysLate > 5, daysLate < 6 )                         ~~ 22 ~~ this rule never speaks: what it asks here of "daysLate" contradicts what it asked before
        Order( $d : daysLate, $d > 5, daysLate < 3 )                ~~ 31 ~~ this rule never speaks: what it asks here of "daysLate" contradicts what it asked before
        Order( amount > 5, amount == null )                         ~~ 20 ~~ this rule never speaks: what it asks here of "amount" contradicts what it asked before
        Customer( segment == Segment.PRICE && segment == Segment.CONVENIENCE ) ~~ 39 ~~ this rule never speaks: what it asks here of "segment" contradicts what it asked before
        Customer( language == "en" ) Customer( language in ( "zh", "de" ) ) ~~ 40 ~~ this rule never speaks: what it asks here of "language" contradicts what it asked before
        Customer( orders.any ) Customer( orders.none )              ~~ 34 ~~ this rule never speaks: what it asks here of "orders.count" contradicts what it asked before
        Customer( orders.none ) Order( daysLate > 3 )               ~~ 25 ~~ this rule never speaks: what it asks here of "orders.count" contradicts what it asked before
        Customer( orders.known == false, orders.any )               ~~ 34 ~~ this rule never speaks: what it asks here of "orders.count" contradicts what it asked before
        Trust( low ) not Trust( low )                               ~~ 25 ~~ this rule never speaks: what it asks here of "level" contradicts what it asked before
        Trust( low ) Trust( high )                                  ~~ 21 ~~ this rule never speaks: what it asks here of "level" contradicts what it asked before
        Signal( name == "seen" ) not Signal( name == "seen" )       ~~ 38 ~~ this rule never speaks: what it asks here of "seen" contradicts what it asked before
        Order( damaged == true, damaged == false )                  ~~ 25 ~~ this rule never speaks: what it asks here of "damaged" contradicts what it asked before
        Customer( askedToCancel == null )                           ~~ 11 ~~ this rule never speaks: "askedToCancel" can never be that
        """)
    void a_rule_that_never_speaks(String when, int column, String message) {
        assertThat(warnings(rule("a", when, CALL))).containsExactly("WARN010 4:" + (column + 4) + " " + message);
    }

    @Test
    void a_rule_whose_alternatives_all_contradict_each_other() {
        assertThat(warnings(rule("a", "Order( daysLate > 5, daysLate < 3 || daysLate == 4 )", CALL)))
                .containsExactly("WARN010 2:1 this rule never speaks: its conditions contradict each other");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "~~", quoteCharacter = '`', textBlock = """
        Today( month == 13 || month == 12 )     ~~ 8 ~~ this never holds: "month" is from 1 to 12
        Trust( value <= 100 )                   ~~ 8 ~~ this holds whenever it is known: "value" is from 0 to 100; to ask only whether it is known write value != null
        Customer( orders.count >= 0 )           ~~ 11 ~~ this holds whenever it is known: "orders.count" is from 0; to ask only whether it is known write orders.count != null
        Survey( score <= 10 )                   ~~ 9 ~~ this holds whenever it is known: "score" is from 0 to 10; to ask only whether it is known write score != null
        """)
    void a_comparison_that_says_nothing(String when, int column, String message) {
        assertThat(warnings(rule("a", when, CALL))).containsExactly("WARN011 4:" + (column + 4) + " " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order( daysLate > 5, daysLate < 7 )",
                "Order( amount > 5, amount < 6 )",
                "Order( daysLate > 5 ) Order( id != null, daysLate < 3 )",
                "Order( daysLate > 5 || daysLate < 3 )",
                "Order( daysLate > 5, boughtAtDiscount == null || boughtAtDiscount == false )",
                "Customer( segment == Segment.PRICE || segment == Segment.CONVENIENCE )",
                "Customer( orders.late(3).none, orders.any )",
                "Customer( language == \"en\" ) not Trust( low ) not Trust( high )",
                "Customer( orders.known ) not Order( daysLate > 5 ) Order( daysLate < 3 )",
                "Customer( !( tenureMonths != null ) )",
                "Order( daysLate >= 0 )",
                "Order( $a : amount, $a > 3 ) Order( $b : amount, $b < 3, id != null, $a != $b )",
                "( Trust( low ) or Trust( high ) )",
                "$o : Order( amount > 5 ) Customer( tenureMonths > 3 ) exists Order( amount < 3 )",
            })
    void no_reason_to_warn(String when) {
        String names = when.startsWith("Order( daysLate > 5 ) Order")
                ? when.replace("Order( daysLate > 5 )", "exists Order( daysLate > 5 )")
                : when;
        assertThat(warnings(rule("a", names, CALL))).isEmpty();
    }

    @Test
    void a_rule_that_asks_and_concludes_the_same_as_another() {
        assertThat(warnings(rule("a", "Order( daysLate >= 3, $d : daysLate, damaged == true )", CALL)
                        + rule("b", "Order( damaged == true, $n : daysLate, $n > 2 )", CALL)))
                .containsExactly("WARN012 8:1 this rule asks and concludes the same as \"a\" (trust.drl:2)");
        assertThat(warnings(rule("a", "Order( daysLate >= 3, damaged == true )", CALL)
                        + rule("b", "Order( damaged == true, daysLate > 3 )", "new Recommend( \"GIFT\", \"x\" )")))
                .isEmpty();
    }

    @Test
    void a_rule_that_changes_nothing() {
        assertThat(warnings(rule("wide", "Order( daysLate >= 3 )", CALL)
                        + rule("strict", "Order( daysLate in ( 4, 5 ), damaged == true ) Trust( low )", CALL)))
                .containsExactly(
                        "WARN013 8:1 this rule changes nothing but the reasons: whenever it speaks, \"wide\" (trust.drl:2) concludes the same");
        assertThat(warnings(rule("wide", "Order( daysLate >= 3 )", CALL)
                        + rule("other", "Order( daysLate in ( 2, 5 ), damaged == true ) Trust( low )", CALL)))
                .isEmpty();
        assertThat(warnings(rule("wide", "Order( daysLate >= 3, product matches \"a.*\" )", CALL)
                        + rule("other", "Order( daysLate >= 3, product matches \"b.*\" )", CALL)))
                .isEmpty();
        assertThat(warnings(rule("wide", "Customer( orders.known ) not Order( daysLate >= 3 )", CALL)
                        + rule("other", "Customer( orders.known ) not Order( daysLate >= 4 )", CALL)))
                .isEmpty();
    }

    @Test
    void what_is_not_wholly_understood_proves_nothing() {
        assertThat(warnings(rule("wide", "Order( $d : daysAgo, $d > 3 ) exists Visit( daysAgo < $d )", CALL)
                        + rule(
                                "other",
                                "Order( $d : daysLate, $d > 3, daysAgo > 3 ) exists Visit( daysAgo < $d )",
                                CALL)))
                .isEmpty();
        assertThat(warnings(rule("wide", "Customer( orders.any ) ( Trust( low ) or Trust( high ) )", CALL)
                        + rule("other", "Customer( orders.any, language == \"en\" )", CALL)))
                .isEmpty();
        assertThat(warnings(rule("wide", "Customer( orders.known ) accumulate( Order(); $n : count(); $n > 3 )", CALL)
                        + rule("other", "Customer( orders.known, language == \"en\" )", CALL)))
                .isEmpty();
    }

    @Test
    void a_recommendation_that_is_always_withheld() {
        String withhold = rule("against", "Customer( tenureMonths >= 6 )", "new Withhold( \"CALL\", \"x\" )");
        assertThat(warnings(rule("for", "Customer( tenureMonths >= 7 )", CALL) + withhold))
                .containsExactly(
                        "WARN014 6:29 CALL is never advised by this rule: whenever it speaks, \"against\" (trust.drl:8) withholds it");
        assertThat(warnings(rule("for", "Customer( tenureMonths >= 5 )", CALL) + withhold))
                .isEmpty();
    }

    @Test
    void facts_that_nothing_joins() {
        assertThat(warnings(rule("a", "Order( daysLate > 3 ) Visit( errors > 2 )", CALL)))
                .containsExactly(
                        "WARN015 4:27 nothing joins Visit to the facts before it, so the rule speaks once for every "
                                + "pair: write \"exists\" before it, or ask a list of the customer");
        assertThat(warnings(rule("a", "Order( $d : daysAgo, $d > 3 ) Visit( daysAgo < $d )", CALL)))
                .isEmpty();
        assertThat(warnings(
                        rule("a", "Order( daysLate > 3 ) exists Visit( errors > 2 ) Contract( daysToEnd < 3 )", CALL)))
                .isEmpty();
    }

    @Test
    void warnings_do_not_depend_on_the_order_of_files() {
        var both = new ArrayList<TreeSet<String>>();
        for (String first : List.of("aaa.drl", "zzz.drl")) {
            rules.file("aaa.drl", "package advisor\n").file("zzz.drl", "package advisor\n");
            String second = first.equals("aaa.drl") ? "zzz.drl" : "aaa.drl";
            rules.file(first, "package advisor\n" + rule("a", "Trust( low, high )", CALL));
            rules.file(second, "package advisor\n" + rule("b", "Today( month > 12 )", CALL));
            try (RuleBook book = rules.open()) {
                both.add(new TreeSet<>(
                        book.warnings().stream().map(Problem::message).toList()));
                assertThat(book.warnings()).isSorted().isEqualTo(book.warnings());
            }
        }
        assertThat(both.get(0)).hasSize(2).isEqualTo(both.get(1));
    }

    private List<String> warnings(String text) {
        rules.trust(text);
        String prefix = folder.toString().replace('\\', '/') + "/";
        try (RuleBook book = rules.open()) {
            assertThat(book.warnings())
                    .allMatch(warning ->
                            warning.code().warning() && warning.file().endsWith("trust.drl"));
            return book.warnings().stream()
                    .map(warning -> warning.code().id() + " " + warning.line() + ":" + warning.column() + " "
                            + warning.message().replace(prefix, ""))
                    .toList();
        }
    }
}
