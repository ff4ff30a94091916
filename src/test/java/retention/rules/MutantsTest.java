package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.mutation.Kind;
import retention.rules.mutation.Mutant;

/** The changes that are made of one rule, named "r" in trust.drl: its condition or its conclusion as it was changed. */
class MutantsTest {

    private static final String CALL = "new Recommend( \"CALL\", \"why\" )";

    @TempDir
    private Path folder;

    @Test
    void a_comparison_becomes_each_of_its_neighbours_and_the_same_change_is_made_once() {
        assertThat(made("Customer( orders.count >= 3 )", Kind.COMPARISON))
                .containsExactlyInAnyOrder(
                        "Customer( orders.count > 3 )",
                        "Customer( orders.count == 3 )",
                        "Customer( orders.count < 3 )",
                        "Customer( orders.count != null && orders.count != 3 )");
        assertThat(made("Customer( orders.count >= 3 )", Kind.THRESHOLD))
                .as("one more is the same as more than three")
                .containsExactly("Customer( orders.count >= 2 )");
    }

    @Test
    void each_operator_has_neighbours() {
        assertThat(made("Customer( orders.count > 3 )", Kind.COMPARISON))
                .contains("Customer( orders.count >= 3 )", "Customer( orders.count <= 3 )");
        assertThat(made("Customer( orders.count <= 3 )", Kind.COMPARISON))
                .contains(
                        "Customer( orders.count < 3 )",
                        "Customer( orders.count == 3 )",
                        "Customer( orders.count > 3 )");
        assertThat(made("Customer( orders.count < 3 )", Kind.COMPARISON))
                .contains("Customer( orders.count <= 3 )", "Customer( orders.count >= 3 )");
        assertThat(made("Customer( orders.count == 3 )", Kind.COMPARISON))
                .contains("Customer( orders.count >= 3 )", "Customer( orders.count <= 3 )");
        assertThat(made("Customer( segment == Segment.PRICE )", Kind.COMPARISON))
                .containsExactly("Customer( segment != null && segment != Segment.PRICE )");
        assertThat(made("Customer( segment in ( Segment.PRICE, Segment.CONVENIENCE ) )", Kind.COMPARISON))
                .containsExactly(
                        "Customer( segment != null && segment not in ( Segment.PRICE, Segment.CONVENIENCE ) )");
    }

    @Test
    void a_number_becomes_the_ones_beside_it_and_a_window_is_moved_by_a_day() {
        assertThat(made("Customer( orders.late(3).inLast(90).any )", Kind.THRESHOLD))
                .containsExactly(
                        "Customer( orders.late(2).inLast(90).any )", "Customer( orders.late(4).inLast(90).any )");
        assertThat(made("Customer( orders.late(3).inLast(90).any )", Kind.WINDOW))
                .containsExactly(
                        "Customer( orders.late(3).inLast(89).any )", "Customer( orders.late(3).inLast(91).any )");
        assertThat(made("Customer( contract.monthlyPrice > 9.5 )", Kind.THRESHOLD))
                .containsExactly("Customer( contract.monthlyPrice > 9.4 )", "Customer( contract.monthlyPrice > 9.6 )");
    }

    @Test
    void a_day_becomes_the_days_beside_it() {
        assertThat(made("Today( between(\"2027-03-01\", \"2027-03-05\") )", Kind.TEXT))
                .containsExactly(
                        "Today( between(\"2027-02-28\", \"2027-03-05\") )",
                        "Today( between(\"2027-03-02\", \"2027-03-05\") )",
                        "Today( between(\"2027-03-01\", \"2027-03-04\") )",
                        "Today( between(\"2027-03-01\", \"2027-03-06\") )");
    }

    @Test
    void a_word_and_the_name_of_an_action_become_others_that_exist() {
        assertThat(made("Customer( segment == Segment.CONVENIENCE )", Kind.WORD))
                .containsExactly("Customer( segment == Segment.PRICE )");
        assertThat(made("Customer( contacts.of(\"GIFT\").any )", Kind.TEXT))
                .containsExactly("Customer( contacts.of(\"LEAVE_ALONE\").any )");
        assertThat(made("Customer( surveys.of(\"NPS\").any )", Kind.TEXT))
                .containsExactly("Customer( surveys.of(\"STARS\").any )");
        assertThat(made("Customer( language == \"Bonn\" )", Kind.TEXT))
                .containsExactly("Customer( language == \"Bonn otherwise\" )");
    }

    @Test
    void each_condition_is_left_out_and_what_it_remembers_stays() {
        assertThat(made("Customer( $n : orders.count, $n >= 1, askedToCancel == true )", Kind.DROPPED))
                .containsExactly(
                        "Customer( $n : orders.count, askedToCancel == true )",
                        "Customer( $n : orders.count, $n >= 1 )");
        assertThat(made("Customer( $n : orders.count >= 1 )", Kind.DROPPED))
                .containsExactly("Customer( $n : orders.count )");
        assertThat(made("Trust( low )", Kind.DROPPED)).containsExactly("Trust( )");
    }

    @Test
    void a_question_in_the_middle_of_a_chain_is_a_condition_too() {
        assertThat(made("Customer( orders.late(3).inLast(90).any )", Kind.DROPPED))
                .containsExactlyInAnyOrder(
                        "Customer( orders.inLast(90).any )", "Customer( orders.late(3).any )", "Customer( )");
        assertThat(made("Customer( orders.any )", Kind.QUESTION)).containsExactly("Customer( orders.none )");
        assertThat(made("Trust( low )", Kind.QUESTION)).containsExactly("Trust( medium )");
    }

    @Test
    void a_whole_fact_is_left_out_unless_something_of_it_is_needed() {
        assertThat(made("Trust( low ) Customer( askedToCancel == true )", Kind.DROPPED))
                .contains("Customer( askedToCancel == true )", "Trust( low )");
        assertThat(made("Trust( low, $v : value ) Customer( orders.count > $v )", Kind.DROPPED))
                .doesNotContain("Customer( orders.count > $v )");
    }

    @Test
    void parts_joined_by_and_and_or_are_left_out_and_joined_the_other_way() {
        assertThat(made("Customer( askedToCancel == true && ( orders.any || visits.any ) )", Kind.JOINT))
                .containsExactlyInAnyOrder(
                        "Customer( askedToCancel == true || ( orders.any || visits.any ) )",
                        "Customer( askedToCancel == true && ( orders.any && visits.any ) )");
        assertThat(made("Customer( askedToCancel == true && ( orders.any || visits.any ) )", Kind.DROPPED))
                .contains(
                        "Customer( orders.any || visits.any )",
                        "Customer( askedToCancel == true )",
                        "Customer( askedToCancel == true && orders.any )",
                        "Customer( askedToCancel == true && visits.any )");
    }

    @Test
    void not_and_exists_and_yes_and_no_are_turned_around() {
        assertThat(made("exists Order( daysLate > 3 )", Kind.TURNED))
                .containsExactly("Customer( orders.known ) not Order( daysLate > 3 )");
        assertThat(made("Customer( orders.known ) not Order( daysLate > 3 )", Kind.TURNED))
                .contains("Customer( orders.known ) exists Order( daysLate > 3 )");
        assertThat(made("Customer( askedToCancel == true )", Kind.TURNED))
                .containsExactly("Customer( askedToCancel == false )");
        assertThat(made("Trust( !low )", Kind.TURNED)).containsExactly("Trust( low )");
        assertThat(made("Trust( low )", Kind.TURNED)).isEmpty();
        assertThat(made("Customer( contract.known )", Kind.TURNED)).containsExactly("Customer( !contract.known )");
    }

    @Test
    void what_a_rule_concludes_is_changed() throws IOException {
        Files.copy(
                Path.of("rules/arbitration.yaml"),
                folder.resolve("arbitration.yaml")); // without it there are no weights
        assertThat(concluded("new Recommend( \"CALL\", \"why\", 1.5 )", Kind.ACTION))
                .containsExactly("insert( new Recommend( \"DISCOUNT\", \"why\", 1.5 ) );");
        assertThat(concluded("new Recommend( \"CALL\", \"why\", 1.5 )", Kind.WEIGHT))
                .containsExactly(
                        "insert( new Recommend( \"CALL\", \"why\", 1.4 ) );",
                        "insert( new Recommend( \"CALL\", \"why\", 1.6 ) );");
        assertThat(concluded("new Withhold( \"NEWS\", \"why\" )", Kind.WITHHELD))
                .as("the way out and the fallback cannot be withheld")
                .containsExactly("insert( new Withhold( \"CALL\", \"why\" ) );");
    }

    @Test
    void points_scores_and_signals_are_changed() {
        var rules = new TinyRules(folder)
                .trust(rule("advise", "Customer()", CALL))
                .assessment(rule("r", "Customer()", "new Evidence( Dimension.TRUST, -5, \"why\" )")
                        + rule("s", "Customer()", "new Signal( \"one\", \"why\" )")
                        + rule("t", "Customer()", "new Signal( \"two\", \"why\" )"));
        try (RuleBook book = rules.open()) {
            assertThat(after(book, "r", of(Kind.POINTS)))
                    .containsExactly(
                            "insert( new Evidence( Dimension.TRUST, 5, \"why\" ) );",
                            "insert( new Evidence( Dimension.TRUST, -6, \"why\" ) );",
                            "insert( new Evidence( Dimension.TRUST, -4, \"why\" ) );");
            assertThat(after(book, "r", of(Kind.SCORE)))
                    .containsExactly("insert( new Evidence( Dimension.SATISFACTION, -5, \"why\" ) );");
            assertThat(after(book, "s", of(Kind.SIGNAL))).containsExactly("insert( new Signal( \"two\", \"why\" ) );");
        }
    }

    @Test
    void a_change_that_is_proven_to_be_none_is_told_apart() {
        Predicate<Mutant> same = mutant -> mutant.fate() == Mutant.Fate.SAME;
        assertThat(mutants("Customer( orders.count > 0 )", same))
                .as("there are no fewer than none")
                .containsExactly("Customer( orders.count != null && orders.count != 0 )");
        assertThat(mutants("Customer( orders.late(3).count >= 2, orders.late(3).any )", same))
                .as("two are some")
                .containsExactly("Customer( orders.late(3).count >= 2 )");
        assertThat(mutants("Trust( value <= 100 )", same))
                .as("no score is higher")
                .isNotEmpty();
        assertThat(mutants("Customer( orders.count >= 2 )", same)).isEmpty();
        assertThat(mutants("Customer( contract.monthlyPrice > 0 )", same))
                .as("half a euro is more than none and less than one")
                .doesNotContain("Customer( contract.monthlyPrice >= 1 )");
    }

    @Test
    void what_a_rule_remembers_is_part_of_what_it_does() {
        String when = "Customer( $n : orders.inLast(90).count, $n != null, visits.any )";
        assertThat(made(when, Kind.WINDOW)).hasSize(2);
        String unused = "Customer( $n : orders.inLast(90).count, visits.any )";
        assertThat(made(unused, Kind.WINDOW)).as("it may stand in a sentence").hasSize(2);
        assertThat(mutants(unused, mutant -> mutant.kind() == Kind.WINDOW && mutant.fate() == Mutant.Fate.SAME))
                .isEmpty();
    }

    @Test
    void a_change_that_does_not_load_says_why() {
        var rules = new TinyRules(folder)
                .assessment(rule("see", "Customer()", "new Signal( \"seen\", \"why\" )")
                        + "declare Fleet vehicles : int end\n")
                .trust(rule("r", "exists Fleet( vehicles > 3 )", CALL));
        try (RuleBook book = rules.open()) {
            assertThat(book.mutants().of("r"))
                    .filteredOn(mutant -> mutant.fate() == Mutant.Fate.REFUSED)
                    .singleElement()
                    .matches(mutant -> mutant.after().equals("not Fleet( vehicles > 3 )"))
                    .matches(mutant -> mutant.refusal().contains("nothing is known"));
        }
    }

    @Test
    void a_change_is_shown_with_its_place_and_its_line() {
        try (RuleBook book = tiny("Customer( orders.any,\n              visits.inLast(90).any )", CALL)) {
            Mutant window = book.mutants().of("r").stream()
                    .filter(of(Kind.WINDOW))
                    .findFirst()
                    .orElseThrow();
            assertThat(window.place()).endsWith("/trust.drl:5:29");
            assertThat(window.before()).isEqualTo("visits.inLast(90).any )");
            assertThat(window.after()).isEqualTo("visits.inLast(89).any )");
        }
    }

    @Test
    void every_change_that_is_to_be_tried_compiles() {
        String when =
                "Customer( $n : orders.late(3).inLast(90).count, $n >= 2, segment == Segment.PRICE || visits.any )"
                        + " exists Visit( daysAgo >= 0, daysAgo < 30 ) Trust( low )";
        try (RuleBook book = tiny(when, CALL)) {
            Mutants mutants = book.mutants();
            List<Mutant> made = mutants.of("r");
            assertThat(made).hasSizeGreaterThan(30);
            for (Mutant mutant : made) {
                assertThat(mutant.fate()).as(mutant.after()).isNotEqualTo(Mutant.Fate.REFUSED);
                mutants.load(mutant).close();
            }
        }
    }

    private List<String> made(String when, Kind kind) {
        return mutants(when, of(kind));
    }

    private List<String> mutants(String when, Predicate<Mutant> which) {
        try (RuleBook book = tiny(when, CALL)) {
            return after(book, "r", which);
        }
    }

    private List<String> concluded(String then, Kind kind) {
        try (RuleBook book = tiny("Customer()", then)) {
            return after(book, "r", of(kind));
        }
    }

    private RuleBook tiny(String when, String then) {
        return new TinyRules(folder)
                .assessment(rule("see", "Customer()", "new Signal( \"seen\", \"why\" )"))
                .trust(rule("r", when, then))
                .open();
    }

    private static List<String> after(RuleBook book, String rule, Predicate<Mutant> which) {
        return book.mutants().of(rule).stream().filter(which).map(Mutant::after).toList();
    }

    private static Predicate<Mutant> of(Kind kind) {
        return mutant -> mutant.kind() == kind;
    }
}
