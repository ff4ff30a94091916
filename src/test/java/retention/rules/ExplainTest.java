package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.json.Json;
import retention.rules.explain.Change;
import retention.rules.explain.Explanation;
import retention.rules.explain.Explanation.WhyNot;
import retention.rules.explain.Stage;
import retention.rules.explain.WhatIf;

/** Why, why not, and what would change it, of a few tiny rules. */
class ExplainTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final String CONSENT =
            "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]";

    @TempDir
    private Path folder;

    private RuleBook book;

    @BeforeEach
    void open() {
        book = new TinyRules(folder)
                .file("contact-policy.yaml", "limits: []\nprofiled: []\n")
                .assessment(TinyRules.rule(
                                "two late orders",
                                "Customer( $late : orders.late(3).inLast(90).count, $late >= 2 )",
                                "new Signal( \"was let down\", \"{late} were late\" )")
                        + TinyRules.rule(
                                "fast", "Customer( segment == Segment.CONVENIENCE )", "new Signal( \"fast\", \"why\" )")
                        + TinyRules.rule(
                                "trust falls",
                                "Customer( orders.late(3).any )",
                                "new Evidence( Dimension.TRUST, -25, \"why\" )"))
                .trust(TinyRules.rule(
                                "call",
                                "Order( damaged == true, amount >= 50 )",
                                "new Recommend( \"CALL\", \"it broke\" )")
                        + TinyRules.rule(
                                "call whoever was let down",
                                "Signal( name == \"was let down\" )",
                                "new Recommend( \"CALL\", \"let down\" )")
                        + TinyRules.rule(
                                "never on Monday",
                                "Today( weekday == DayOfWeek.MONDAY )",
                                "new Withhold( \"NEWS\", \"Monday\" )")
                        + TinyRules.rule("news", "Customer()", "new Recommend( \"NEWS\", \"there is some\" )")
                        + TinyRules.rule(
                                "discount",
                                "Customer( contract.daysToEnd <= 30 ) Trust( low )",
                                "new Recommend( \"DISCOUNT\", \"it ends\" )")
                        + TinyRules.rule(
                                "site",
                                "Customer( visits.slowOrFailing(3000).any )",
                                "new Recommend( \"FIX_SITE\", \"slow\" )")
                        + TinyRules.rule(
                                "rest",
                                "Customer( contacts.ignored.any )",
                                "new Recommend( \"LEAVE_ALONE\", \"rest\" )")
                        + TinyRules.rule("gift", "Customer()", "new Recommend( \"GIFT\", \"a gift\" )"))
                .open();
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void the_first_failing_condition_is_told_with_the_value_seen() {
        WhyNot call = whyNot(
                "{'id':'x','orders':[{'damaged':false},{'damaged':true,'amount':40},{'damaged':false}]}", "CALL");
        assertThat(call.stage()).isEqualTo(Stage.NOT_MATCHED);
        assertThat(call.rules().get(0).says())
                .containsEntry("en", "orders[1]: amount >= 50 is false: it is 40")
                .containsEntry("zh", "orders[1]：amount >= 50 不成立：实际为 40");
    }

    @Test
    void what_is_missing_is_said_to_be_missing() {
        assertThat(whyNot("{'id':'x'}", "CALL").rules().get(0).says())
                .containsEntry("en", "there is no Order( damaged == true, amount >= 50 ): orders is not known");
        assertThat(whyNot("{'id':'x','orders':[{'id':'a'}]}", "CALL")
                        .rules()
                        .get(0)
                        .says())
                .containsEntry("en", "orders[0]: damaged == true is false: it is not known");
    }

    @Test
    void a_list_that_was_not_sent_is_said_to_be_missing() {
        assertThat(whyNot("{'id':'x'}", "FIX_SITE").rules().get(0).says())
                .containsEntry("en", "visits.slowOrFailing(3000).any is false: it is not known");
        assertThat(whyNot("{'id':'x','visits':[]}", "FIX_SITE").rules().get(0).says())
                .containsEntry("en", "visits.slowOrFailing(3000).any is false: it is no");
    }

    @Test
    void a_missing_signal_leads_to_the_rule_that_would_raise_it() {
        Explanation.Silent rule = whyNot(
                        "{'id':'x','orders':[{'orderedOn':'2026-05-01','promisedOn':'2026-05-05','deliveredOn':'2026-05-12'}]}",
                        "CALL")
                .rules()
                .get(1);
        assertThat(rule.signals()).hasSize(1);
        assertThat(rule.signals().get(0).raisedBy().get(0).says())
                .containsEntry("en", "orders.late(3).inLast(90).count >= 2 is false: it is 1");
    }

    @Test
    void each_stage_has_its_name() {
        assertThat(whyNot("{'id':'x'}", "NEWS").stage()).isEqualTo(Stage.WITHHELD);
        assertThat(whyNot("{'id':'x'}", "NEWS").says())
                .containsEntry("en", "a rule withholds it: never on Monday: Monday");
        assertThat(whyNot("{'id':'x'}", "GIFT").stage()).isEqualTo(Stage.BLOCKED);
        assertThat(whyNot("{'id':'x'}", "GIFT").guardrail()).isEqualTo("G1");
        assertThat(whyNot("{'id':'x'}", "COMPLETE_CANCELLATION").stage()).isEqualTo(Stage.WAY_OUT);
        assertThat(whyNot("{'id':'x'," + CONSENT + "}", "LEAVE_ALONE").stage()).isEqualTo(Stage.FALLBACK);
    }

    @Test
    void what_rules_must_not_see_is_not_taken_for_unknown(@TempDir Path other) {
        try (RuleBook shy = new TinyRules(other)
                .file("contact-policy.yaml", "profiled: [segment]\n")
                .assessment(TinyRules.rule("seen", "Customer()", "new Signal( \"seen\", \"is here\" )"))
                .trust(TinyRules.rule(
                        "fast", "Customer( segment == Segment.CONVENIENCE )", "new Recommend( \"CALL\", \"why\" )"))
                .open()) {
            WhyNot call = shy.explain(customer("{'id':'x','segment':'CONVENIENCE'}"), "CALL")
                    .explanation()
                    .whyNot()
                    .get(0);
            assertThat(call.rules().get(0).says())
                    .containsEntry(
                            "en",
                            "segment == Segment.CONVENIENCE is false: it is not known;"
                                    + " rules may not see segment, for there is no consent to profiling (G6)")
                    .containsEntry("zh", "segment == Segment.CONVENIENCE 不成立：实际为 未知；没有用户画像的同意，规则看不到 segment（G6）");
            assertThat(shy.explain(customer("{'id':'x'}"), "CALL").explanation().whyNot())
                    .allSatisfy(one -> assertThat(one.toString()).doesNotContain("G6"));
        }
    }

    @Test
    void to_do_nothing_needs_no_rule_and_so_none_is_missing() {
        WhyNot peace = whyNot("{'id':'x'," + CONSENT + "}", "LEAVE_ALONE");
        assertThat(peace.says()).containsEntry("en", "it is advised only when nothing else is");
        assertThat(peace.rules()).isEmpty();
    }

    @Test
    void a_score_is_told_with_its_value_and_level() {
        assertThat(whyNot("{'id':'x','contract':{'endsOn':'2026-06-11'}}", "DISCOUNT")
                        .rules()
                        .get(0)
                        .says())
                .containsEntry("en", "Trust( low ) is false: value is 60; level is MEDIUM");
    }

    @Test
    void what_an_action_rests_on_is_told_by_its_place() {
        Explained explained =
                book.explain(customer("{'id':'x','orders':[{'damaged':false},{'damaged':true,'amount':60}]}"), "CALL");
        assertThat(explained.explanation().whyNot()).isEmpty();
        assertThat(explained.explanation().why().get(0).rules().get(0).facts())
                .containsExactly("orders[1].amount", "orders[1].damaged");
    }

    @Test
    void an_action_that_there_is_not_is_refused_with_what_was_meant() {
        assertThatThrownBy(() -> book.explain(customer("{'id':'x'}"), "CAL"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("did you mean \"CALL\"?");
    }

    @Test
    void the_smallest_change_crosses_the_threshold() {
        Change change = change("{'id':'x','orders':[{'damaged':true,'amount':47}]}", "CALL");
        assertThat(change.path()).isEqualTo("orders[0].amount");
        assertThat(change.to()).hasToString("50");
    }

    @Test
    void a_missing_value_is_filled_a_boolean_flipped_a_day_moved_and_an_item_added() {
        assertThat(change("{'id':'x','orders':[{'amount':60}]}", "CALL"))
                .extracting(Change::kind, Change::path, one -> String.valueOf(one.to()))
                .containsExactly(Change.Kind.FILLED, "orders[0].damaged", "true");
        assertThat(change("{'id':'x','orders':[{'damaged':true,'amount':60}]}", "CALL")
                        .to())
                .hasToString("false");
        String late = "{'orderedOn':'2026-05-01','promisedOn':'2026-05-05','deliveredOn':'%s'}";
        assertThat(change(
                        "{'id':'x','orders':[" + late.formatted("2026-05-12") + "," + late.formatted("2026-05-07")
                                + "]}",
                        "CALL"))
                .extracting(Change::path, one -> String.valueOf(one.to()))
                .containsExactly("orders[1].deliveredOn", "\"2026-05-08\"");
        assertThat(change("{'id':'x'}", "GIFT").kind()).isEqualTo(Change.Kind.ADDED);
    }

    @Test
    void what_was_found_is_so_and_is_the_same_every_time() {
        String json = "{'id':'x','orders':[{'damaged':true,'amount':47}]}";
        Change change = change(json, "CALL");
        Customer changed = CustomerReader.read(change.on(Json.mapper().readTree(quoted(json))), TODAY);
        assertThat(book.advise(changed).actions())
                .anyMatch(action -> action.code().equals("CALL"));
        assertThat(change(json, "CALL")).isEqualTo(change);
    }

    @Test
    void when_no_single_change_does_it_that_is_said() {
        WhatIf nothing = book.whatIf(Json.mapper().readTree(quoted("{'id':'x'}")), TODAY, "DISCOUNT");
        assertThat(nothing.change()).isNull();
        assertThat(nothing.says().get("en")).startsWith("none of the ").contains("would make DISCOUNT appear");
    }

    private WhyNot whyNot(String json, String action) {
        return book.explain(customer(json), action).explanation().whyNot().get(0);
    }

    private Change change(String json, String action) {
        WhatIf whatIf = book.whatIf(Json.mapper().readTree(quoted(json)), TODAY, action);
        assertThat(whatIf.change()).as(whatIf.toString()).isNotNull();
        return Objects.requireNonNull(whatIf.change());
    }

    private static Customer customer(String json) {
        return CustomerReader.read(quoted(json).getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
