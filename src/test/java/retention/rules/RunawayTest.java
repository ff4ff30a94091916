package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.json.BadRequest;
import retention.rules.sandbox.Budget;

/** A rule that runs away is stopped with its name, the same each time, and nobody else notices. */
@Timeout(120)
class RunawayTest {

    private static final String ORDER = "{'id':'same','promisedOn':'2026-05-01','deliveredOn':'2026-05-04'}";
    private static final String COMPARES = "Order( $a : daysLate, $a != null )"
            + " Order( $b : daysLate, $b != null, daysLate >= $a ) Order( $c : daysLate, $c != null, daysLate >= $b )"
            + " Order( daysLate > $a + $b + $c + 100000 )";
    private static final String CALL = "new Recommend( \"CALL\", \"x\" )";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder).filler();
    }

    @Test
    void comparing_each_order_with_each_other_again_and_again_takes_too_many_steps() {
        rules.trust(rule("compares", COMPARES, CALL));
        assertThat(failure(orders(60))).isEqualTo("rule \"compares\" does more than 300000 steps for one customer");
        assertThat(rules.advise(orders(2)).actions()).isEmpty();
    }

    @Test
    void equal_facts_are_compared_and_counted_too() {
        rules.trust(rule("equals", "Order( $i : id, $i != null )" + " Order( id != null, id == $i )".repeat(4), CALL));
        assertThat(failure(orders(60))).isEqualTo("rule \"equals\" does more than 300000 steps for one customer");
    }

    @Test
    void combining_what_is_not_compared_is_refused_before_it_begins() {
        rules.trust(rule("combines", "Order() Order() Order() Order()", CALL));
        assertThat(failure(orders(60)))
                .isEqualTo("rule \"combines\" combines every fact with every other: 12960000 times for one customer; "
                        + "300000 are the most");
        assertThat(rules.advise(orders(3)).actions()).hasSize(1);
    }

    @Test
    void counting_for_each_combination_is_refused_before_it_begins() {
        rules.trust(rule(
                "counts",
                "Customer( orders.known ) Order() Order() accumulate( Order( $d : daysLate ); $n : count( $d ); $n > 1000 )",
                CALL));
        assertThat(failure(orders(100)))
                .startsWith("rule \"counts\" combines every fact with every other: 1000000 times");
        assertThat(rules.advise(orders(3)).actions()).isEmpty();
    }

    @Test
    void a_question_on_a_list_costs_the_more_the_longer_the_list_is() {
        rules.trust(rule("asks", "Customer( orders.known, orders" + ".inLast( 999 )".repeat(6) + ".count < 0 )", CALL));
        try (RuleBook book = rules.open().within(new Budget(66, 10, 10_000, 10_000))) {
            assertThat(TinyRules.advise(book, orders(640)).actions()).isEmpty();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, orders(704)))
                    .withMessage("rule \"asks\" does more than 66 steps for one customer");
        }
    }

    @Test
    void very_many_questions_in_one_condition_cost_steps_even_on_a_short_list() {
        String asked = IntStream.range(100, 120)
                .mapToObj(days -> "orders.late( " + days + " ).any")
                .collect(Collectors.joining(" || "));
        rules.trust(rule("asks", "Customer( " + asked + " )", CALL));
        try (RuleBook book = rules.open()) {
            assertThat(TinyRules.advise(book.within(new Budget(4, 10, 10_000, 10_000)), orders(2))
                            .actions())
                    .isEmpty();
            RuleBook less = book.within(new Budget(3, 10, 10_000, 10_000));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(less, orders(2)))
                    .withMessage("rule \"asks\" does more than 3 steps for one customer");
        }
    }

    @Test
    void what_a_rule_remembers_of_a_list_costs_as_much() {
        rules.trust(rule("remembers", "Customer( $n : orders.late( 1 ).late( 2 ).count, $n > 9000 )", CALL));
        try (RuleBook book = rules.open().within(new Budget(30, 10, 10_000, 10_000))) {
            assertThat(TinyRules.advise(book, orders(320)).actions()).isEmpty();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, orders(3_200)))
                    .withMessage("rule \"remembers\" does more than 30 steps for one customer");
        }
    }

    @Test
    void a_question_with_two_values_costs_as_much() {
        String allowed = "{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}";
        rules.trust(rule("asks", "Customer( consents.allow( Channel.EMAIL, Purpose.MARKETING ) )", CALL));
        try (RuleBook book = rules.open().within(new Budget(10, 10, 10_000, 10_000))) {
            assertThat(TinyRules.advise(book, consents(1, allowed)).actions()).hasSize(1);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, consents(640, allowed)))
                    .withMessage("rule \"asks\" does more than 10 steps for one customer");
        }
    }

    @Test
    void asking_a_long_list_for_each_order_takes_too_many_steps() {
        rules.trust(rule(
                "asks",
                "Order( $d : daysLate, $d != null ) Customer( orders.known, orders" + ".late( 1 )".repeat(6)
                        + ".count < $d )",
                CALL));
        assertThat(failure(orders(9_990))).isEqualTo("rule \"asks\" does more than 300000 steps for one customer");
        assertThat(rules.advise(orders(20)).actions()).isEmpty();
    }

    @Test
    void a_rule_fires_only_so_often() {
        rules.trust(rule("fires", "Order( daysLate >= 1 )", CALL));
        try (RuleBook book = rules.open().within(new Budget(10_000, 10, 10_000, 10_000))) {
            assertThat(TinyRules.advise(book, orders(10)).actions()).hasSize(1);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, orders(11)))
                    .withMessage("rule \"fires\" fires more than 10 times for one customer");
        }
    }

    @Test
    void all_rules_together_fire_only_four_times_as_often() {
        String all = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> rule("fires " + n, "Order( daysLate >= 1 )", CALL))
                .collect(Collectors.joining());
        rules.trust(all);
        try (RuleBook book = rules.open().within(new Budget(10_000, 10, 10_000, 10_000))) {
            assertThat(TinyRules.advise(book, orders(8)).actions()).hasSize(1);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, orders(9)))
                    .withMessageContaining("is one too many: rules fire more than 40 times for one customer");
        }
    }

    @Test
    void a_list_of_more_facts_than_anybody_has_is_refused_by_its_name() {
        try (RuleBook book = rules.open().within(new Budget(10_000, 10, 3, 10_000))) {
            assertThat(TinyRules.advise(book, orders(3)).actions()).hasSize(1);
            assertThatExceptionOfType(BadRequest.class)
                    .isThrownBy(() -> TinyRules.advise(book, orders(4)))
                    .satisfies(bad -> {
                        assertThat(bad.path()).isEqualTo("orders");
                        assertThat(bad.problem()).isEqualTo("holds 4 entries; 3 are the most");
                    });
        }
    }

    @Test
    void what_a_rule_says_is_not_longer_than_a_text_may_be() {
        rules.trust(rule("talks", "Customer( $id : id )", "new Recommend( \"CALL\", \"{id} {id}\" )"));
        try (RuleBook book = rules.open().within(new Budget(10_000, 10, 10_000, 1_000))) {
            assertThat(TinyRules.advise(book, "{'id':'" + "x".repeat(499) + "'}")
                            .actions())
                    .hasSize(1);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, "{'id':'" + "x".repeat(500) + "'}"))
                    .withMessage("rule \"talks\" says a sentence of more than 1000 characters");
        }
    }

    @Test
    void a_sentence_is_not_filled_three_thousand_times_before_anybody_looks() {
        rules.file("note.drl", "package advisor\ndeclare Note\n    text : String\nend\n");
        rules.trust(rule(
                "repeats",
                "Note( $t : text, $t != null )",
                "new Recommend( \"CALL\", \"" + "{t}".repeat(3_000) + "\" )"));
        assertThat(failure(note(90_000, 0)))
                .isEqualTo("rule \"repeats\" says a sentence of more than 10000 characters");
    }

    @Test
    void of_a_long_text_reasons_tell_the_beginning() {
        rules.file("note.drl", "package advisor\ndeclare Note\n    text : String\nend\n");
        rules.trust(rule("quotes", "Note( $t : text, $t != null )", "new Recommend( \"CALL\", \"{t}\" )"));
        String told = "x".repeat(1_000) + "…";
        assertThat(rules.advise(note(90_000, 0)).actions().get(0).reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.sentence()).isEqualTo(told);
                    assertThat(reason.values()).containsExactly(Map.entry("t", told));
                });
        String face = new String(Character.toChars(0x1f600));
        assertThat(rules.advise(note(999, 0).replace("'}]", face + "'}]"))
                        .actions()
                        .get(0)
                        .reasons()
                        .get(0)
                        .sentence())
                .isEqualTo("x".repeat(999) + "…");
    }

    @Test
    void all_that_rules_say_is_not_more_than_a_hundred_texts() {
        rules.file("note.drl", "package advisor\ndeclare Note\n    text : String\nend\n");
        rules.assessment(rule(
                "big",
                "Note( $t : text, $t != null ) Order( $d : orderedOn, $d != null )",
                "new Signal( \"big\", \"s {d}\" )"));
        assertThat(failure(note(95_000, 4_000)))
                .isEqualTo("rule \"big\" says one sentence too many:"
                        + " rules say more than 1000000 characters for one customer");
        assertThat(rules.advise(note(95_000, 90)).signals()).hasSize(1);
    }

    @Test
    void what_one_reason_says_below_each_action_counts_each_time() {
        rules.file("note.drl", "package advisor\ndeclare Note\n    text : String\nend\n");
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("group: price", "tags: [offer]"));
        String against = rule(
                "against",
                "Note( $t : text, $t != null ) Order( $d : orderedOn, $d != null )",
                "new Withhold( \"offer\", \"s {d}\" )");
        String wanted = rule("gift", "Customer()", "new Recommend( \"GIFT\", \"x\" )")
                + rule("less", "Customer()", "new Recommend( \"DISCOUNT\", \"x\" )");
        rules.trust(against + wanted);
        try (RuleBook book = rules.open().within(new Budget(10_000, 1_000, 10_000, 500))) {
            assertThat(TinyRules.advise(book, note(95_000, 20)).withheld()).hasSize(2);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> TinyRules.advise(book, note(95_000, 30)))
                    .withMessageMatching("rule \"against\" says most of an answer in which rules say \\d{5} characters;"
                            + " 50000 are the most");
        }
    }

    @Test
    void the_same_customer_meets_the_same_end_twenty_times_at_once() {
        rules.trust(rule("compares", COMPARES, CALL) + rule("too", COMPARES.replace(">=", "=="), CALL));
        try (RuleBook book = rules.open()) {
            List<String> ends = IntStream.range(0, 20)
                    .parallel()
                    .mapToObj(n -> catchThrowable(() -> TinyRules.advise(book, orders(60))))
                    .map(Throwable::getMessage)
                    .toList();
            assertThat(ends).hasSize(20).containsOnly(ends.get(0));
            assertThat(ends.get(0)).contains("does more than 300000 steps");
        }
    }

    @Test
    void a_thousand_customers_beside_runaways_get_what_they_get_alone() {
        rules.trust(rule("compares", COMPARES, CALL) + rule("late", "Order( $d : daysLate, $d >= 3 )", CALL));
        try (RuleBook book = rules.open()) {
            List<String> alone = good(book);
            List<String> beside = IntStream.range(0, 1_000)
                    .parallel()
                    .mapToObj(n -> {
                        if (n % 50 == 0) {
                            Assertions.assertThatIllegalStateException()
                                    .isThrownBy(() -> TinyRules.advise(book, orders(60)));
                        }
                        return TinyRules.advise(book, customer(n)).toString();
                    })
                    .toList();
            assertThat(beside).isEqualTo(alone);
            assertThat(good(book)).isEqualTo(alone);
        }
    }

    @Test
    void a_runaway_ends_soon() {
        rules.trust(rule("compares", COMPARES, CALL));
        try (RuleBook book = rules.open()) {
            Throwable cold = catchThrowable(() -> TinyRules.advise(book, orders(60)));
            long begun = System.nanoTime();
            assertThat(catchThrowable(() -> TinyRules.advise(book, orders(60)))).hasMessage(cold.getMessage());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static List<String> good(RuleBook book) {
        return IntStream.range(0, 1_000)
                .mapToObj(n -> TinyRules.advise(book, customer(n)).toString())
                .toList();
    }

    private static String customer(int n) {
        return orders(n % 5).replace("'id':'x'", "'id':'c" + n + "'");
    }

    private String failure(String customer) {
        Throwable stopped = catchThrowable(() -> rules.advise(customer));
        assertThat(stopped).isInstanceOf(IllegalStateException.class);
        return String.valueOf(stopped.getMessage());
    }

    /** A text of so many characters and so many orders, of a day each. */
    private static String note(int characters, int orders) {
        return "{'id':'x','orders':["
                + IntStream.range(0, orders)
                        .mapToObj(
                                n -> "{'orderedOn':'" + LocalDate.of(2026, 5, 1).minusDays(n) + "'}")
                        .collect(Collectors.joining(","))
                + "],'extensions':{'Note':[{'text':'" + "x".repeat(characters) + "'}]}}";
    }

    private static String consents(int count, String consent) {
        return "{'id':'x','consents':[" + String.join(",", Collections.nCopies(count, consent)) + "]}";
    }

    private static String orders(int count) {
        return "{'id':'x','orders':[" + String.join(",", Collections.nCopies(count, ORDER)) + "]}";
    }
}
