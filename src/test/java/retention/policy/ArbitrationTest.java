package retention.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.advice.ActionKind;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Priority;
import retention.advice.Reason;
import retention.advice.Stop;
import retention.advice.WithheldAction;
import retention.rules.TinyRules;

/** Which action goes first, and which is not worth doing. */
class ArbitrationTest {

    private static final String NUMBERS = """
            most: { service: 2, task: 1, marketing: 2 }
            onePerChannel: [marketing]
            propensity: 0.5
            lever: { least: 0.5, most: 2 }
            contextWeight: { least: 0.5, most: 3 }
            lifetimeValue: { typical: 100, least: 0.5, most: 3, scales: [contract] }
            notYetEarnedBack: { factor: 1.5, raises: [contract] }
            agentSpends: 0.5
            """;

    private static final String ALL = "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'},"
            + "{'channel':'SMS','purpose':'MARKETING','givenOn':'2026-01-01'},"
            + "{'channel':'POST','purpose':'MARKETING','givenOn':'2026-01-01'}]";

    private TinyRules rules;

    @BeforeEach
    void folder(@TempDir Path folder) {
        rules = new TinyRules(folder)
                .filler()
                .file("arbitration.yaml", NUMBERS)
                .file("contact-policy.yaml", "limits: []\nprofiled: []\n"); // nothing else stands in the way
        catalogue("propensity: 0.4", "value: 2");
    }

    /** OFFER is worth 50, or what {@code offer} says; to leave in peace what {@code peace} says. */
    private void catalogue(String offer, String peace) {
        rules.file("actions.yaml", """
                fallback: LEAVE_ALONE
                wayOut: COMPLETE_CANCELLATION
                actions:
                  LEAVE_ALONE: { title: Peace, kind: task, owner: care, cost: 0, PEACE, propensity: 1, valueBasis: goodwill, dueWithinDays: 0 }
                  COMPLETE_CANCELLATION:
                    { title: Complete, kind: service, owner: care, channels: [email], cost: 0, value: 0, text: { en: Done., zh: 好。 }, valueBasis: goodwill, dueWithinDays: 0 }
                  CALL: { title: Call, kind: service, owner: care, channels: [phone], cost: 5, value: 6, propensity: 0.1, text: { en: Hello., zh: 你好。 }, valueBasis: goodwill, dueWithinDays: 2 }
                  OFFER: { title: Offer, kind: marketing, owner: care, channels: [email], cost: 10, agentMaySpend: 20, value: 50, OFFER, text: { en: Less., zh: 少。 }, valueBasis: contract, dueWithinDays: 7 }
                  CARD: { title: Card, kind: marketing, owner: care, channels: [post, email], cost: 1, value: 20, text: { en: Card., zh: 卡。 }, valueBasis: goodwill, dueWithinDays: 7 }
                  CARE: { title: Care, kind: marketing, owner: care, channels: [email], cost: 2, value: 20, text: { en: Care., zh: 心。 }, valueBasis: goodwill, dueWithinDays: 7 }
                  DEAR: { title: Dear, kind: marketing, owner: care, channels: [sms], cost: 1, value: 20, text: { en: Dear., zh: 贵。 }, valueBasis: goodwill, dueWithinDays: 7 }
                """.replace("OFFER, text", offer + ", text").replace("PEACE", peace));
    }

    private static String wants(String code, @Nullable String weight) {
        String more = weight == null ? "" : ", " + weight;
        return rule(
                "wants " + code + " " + weight,
                more.contains("$") ? "Customer( $n : contacts.count, $n >= 0 )" : "Customer()",
                "new Recommend( \"" + code + "\", \"why not\"" + more + " )");
    }

    private Advice advise(String more, String... codes) {
        var all = new StringBuilder();
        for (String code : codes) {
            all.append(wants(code, null));
        }
        return weighed(more, all.toString());
    }

    private Advice weighed(String more, String strategies) {
        rules.trust(strategies);
        return rules.advise("{'id':'x'," + ALL + more + "}");
    }

    private static List<String> codes(Advice advice) {
        return advice.actions().stream().map(AdvisedAction::code).toList();
    }

    private static WithheldAction only(Advice advice) {
        return advice.withheld().get(0);
    }

    private static Priority priority(Advice advice) {
        return Objects.requireNonNull(advice.actions().get(0).priority());
    }

    @Test
    void the_figures_stand_in_the_advice() {
        catalogue("propensity: 0.8, contextWeight: 1.5, lever: 2", "value: 2");
        assertThat(priority(advise(",'lifetimeValue':150", "OFFER")))
                .isEqualTo(new Priority(0.8, 75, 60, 20, 1.5, 2, 180, false, false));
    }

    @Test
    void a_lifetime_value_that_is_not_known_is_that_of_the_typical_customer() {
        catalogue("propensity: 0.8", "value: 2");
        assertThat(priority(advise("", "OFFER"))).isEqualTo(new Priority(0.8, 50, 40, 20, 1, 1, 40, true, false));
    }

    @Test
    void a_lifetime_value_scales_within_bounds_and_only_what_is_a_share_of_it() {
        catalogue("propensity: 0.9", "value: 2");
        assertThat(priority(advise(",'lifetimeValue':1000000", "OFFER")).value())
                .isEqualTo(150);
        assertThat(priority(advise(",'lifetimeValue':-5", "OFFER")).value()).isEqualTo(25);
        assertThat(priority(advise(",'lifetimeValue':1000000", "CARD")).value()).isEqualTo(20);
    }

    @Test
    void marketing_that_brings_just_what_it_costs_falls_out_with_both_figures() {
        Advice advice = advise("", "OFFER");
        assertThat(codes(advice)).isEmpty();
        assertThat(only(advice).stop()).isEqualTo(Stop.TOO_COSTLY);
        assertThat(only(advice).reasons())
                .extracting(Reason::rule, Reason::sentence)
                .containsExactly(tuple("V3", "an expected value of 20 does not exceed the cost of 20"));
        assertThat(codes(advise(",'lifetimeValue':101", "OFFER"))).containsExactly("OFFER");
    }

    @Test
    void service_is_no_matter_of_price() {
        assertThat(codes(advise("", "CALL"))).containsExactly("CALL");
    }

    @Test
    void the_largest_lever_and_weight_lift_nothing_over_its_cost() {
        catalogue("propensity: 0.4, lever: 2", "value: 2");
        assertThat(weighed("", wants("OFFER", "3")).withheld())
                .singleElement()
                .extracting(WithheldAction::stop)
                .isEqualTo(Stop.TOO_COSTLY);
    }

    @Test
    void the_largest_lever_and_weight_lift_no_marketing_over_service() {
        catalogue("propensity: 1, lever: 2", "value: 2");
        assertThat(codes(weighed("", wants("OFFER", "3") + wants("CALL", "0.5"))))
                .containsExactly("CALL", "OFFER");
    }

    @Test
    void a_customer_not_yet_earned_back_weighs_more_but_no_offer_costs_more_than_it_brings() {
        String not = ",'marginToDate':49.9,'acquisitionCost':50";
        assertThat(advise(not, "OFFER").withheld())
                .singleElement()
                .extracting(WithheldAction::stop)
                .isEqualTo(Stop.TOO_COSTLY);
        catalogue("propensity: 0.8", "value: 2");
        assertThat(priority(advise(not, "OFFER"))).isEqualTo(new Priority(0.8, 50, 40, 20, 1.5, 1, 60, true, true));
        Advice even = advise(",'marginToDate':50,'acquisitionCost':50", "OFFER");
        assertThat(priority(even).contextWeight()).isEqualTo(1);
        assertThat(priority(advise(",'marginToDate':0", "OFFER")).contextWeight())
                .isEqualTo(1);
        assertThat(priority(weighed(not, wants("OFFER", "3"))).contextWeight()).isEqualTo(3);
    }

    @Test
    void peace_wins_when_nothing_beats_it() {
        catalogue("propensity: 0.8", "value: 10");
        Advice quiet = advise("", "CARD");
        assertThat(codes(quiet)).isEmpty();
        assertThat(only(quiet).stop()).isEqualTo(Stop.OUTRANKED);
        assertThat(only(quiet).reasons())
                .extracting(Reason::sentence)
                .containsExactly("a priority of 10 does not exceed 10, that of leaving the customer in peace");
        assertThat(Objects.requireNonNull(quiet.fallback()).beat()).containsExactly("CARD");
        catalogue("propensity: 0.8", "value: 9.9");
        assertThat(codes(advise("", "CARD"))).containsExactly("CARD");
    }

    @Test
    void a_rule_may_ask_for_peace_and_says_why() {
        Advice quiet = weighed("", wants("LEAVE_ALONE", "3") + wants("CARD", "0.5"));
        assertThat(Objects.requireNonNull(quiet.fallback()).reasons())
                .extracting(Reason::rule)
                .containsExactly("wants LEAVE_ALONE 3");
        assertThat(only(quiet).reasons()).extracting(Reason::rule).containsExactly("V4", "wants LEAVE_ALONE 3");
        Advice loud = weighed("", wants("LEAVE_ALONE", "3") + wants("CARD", null));
        assertThat(codes(loud)).containsExactly("CARD");
        assertThat(only(loud).code()).isEqualTo("LEAVE_ALONE");
        assertThat(loud.actions().get(0).beat()).containsExactly("LEAVE_ALONE");
    }

    @Test
    void ties_go_by_what_is_left_after_the_cost_and_then_by_the_code() {
        rules.file("arbitration.yaml", NUMBERS.replace("[marketing]", "[]").replace("marketing: 2", "marketing: 3"));
        assertThat(codes(advise("", "DEAR", "CARE", "CARD"))).containsExactly("CARD", "DEAR", "CARE");
    }

    @Test
    void a_channel_carries_one_message_and_the_better_one_has_it() {
        Advice advice = advise(",'preferredChannel':'EMAIL'", "CARE", "CARD", "DEAR");
        assertThat(codes(advice)).containsExactly("CARD", "DEAR");
        assertThat(only(advice).reference()).isEqualTo("arbitration.yaml: onePerChannel");
        assertThat(only(advice).reasons())
                .extracting(Reason::sentence)
                .containsExactly("a channel carries one such message: CARD goes before");
        assertThat(advice.actions().get(0).beat()).containsExactly("CARE");
        assertThat(advice.actions().get(1).beat()).isEmpty();
    }

    @Test
    void an_advice_holds_so_many_of_a_kind_and_tells_what_went_before() {
        catalogue("propensity: 0.41", "value: 2");
        assertThat(codes(advise("", "CARD", "OFFER"))).containsExactly("OFFER", "CARD");
        Advice advice = advise("", "CARD", "OFFER", "DEAR");
        assertThat(codes(advice)).containsExactly("OFFER", "CARD");
        assertThat(only(advice).reasons())
                .extracting(Reason::sentence)
                .containsExactly("an advice holds 2 of kind marketing: OFFER, CARD goes before");
        assertThat(advice.actions()).extracting(AdvisedAction::beat).containsOnly(List.of("DEAR"));
    }

    @Test
    void none_of_a_kind_is_none() {
        rules.file("arbitration.yaml", NUMBERS.replace("marketing: 2", "marketing: 0"));
        assertThat(only(advise("", "CARD")).reasons())
                .extracting(Reason::sentence)
                .containsExactly("an advice holds 0 of kind marketing");
    }

    @Test
    void of_several_weights_the_largest_holds_and_one_not_given_is_that_of_the_catalogue() {
        assertThat(priority(weighed("", wants("CARD", "0.5") + wants("CARD", "2")))
                        .contextWeight())
                .isEqualTo(2);
        assertThat(priority(weighed("", wants("CARD", "0.5") + wants("CARD", null)))
                        .contextWeight())
                .isEqualTo(1);
        assertThat(priority(weighed("", wants("CARD", "1.5") + wants("CARD", null)))
                        .contextWeight())
                .isEqualTo(1.5);
        assertThat(priority(weighed("", wants("CARD", "0.5"))).contextWeight()).isEqualTo(0.5);
    }

    @Test
    void a_weight_that_is_reckoned_is_held_within_the_bounds() {
        String three = ",'contacts':[{'action':'CALL'},{'action':'CALL'},{'action':'CALL'}]";
        assertThat(priority(weighed(three, wants("CARD", "$n * 100"))).contextWeight())
                .isEqualTo(3);
        assertThat(priority(weighed(three, wants("CARD", "$n / 2.0"))).contextWeight())
                .isEqualTo(1.5);
        assertThat(priority(weighed(three, wants("CARD", "-$n"))).contextWeight())
                .isEqualTo(0.5);
        assertThat(priority(weighed(three, wants("CARD", "0.0 / ($n - 3)"))).contextWeight())
                .isEqualTo(1);
    }

    @Test
    void a_weight_may_be_the_smaller_the_larger_or_the_whole_number_below() {
        String three = ",'contacts':[{'action':'CALL'},{'action':'CALL'},{'action':'CALL'}]";
        assertThat(priority(weighed(three, wants("CARD", "Math.floor($n / 1.3)")))
                        .contextWeight())
                .isEqualTo(2);
        assertThat(priority(weighed(three, wants("CARD", "Math.min($n, 2)"))).contextWeight())
                .isEqualTo(2);
        assertThat(priority(weighed(three, wants("CARD", "Math.max(1.5, $n / 3)")))
                        .contextWeight())
                .isEqualTo(1.5);
    }

    @Test
    void without_the_file_every_factor_is_one_and_nothing_is_limited() {
        assertThat(Weighing.PLAIN.contextWeight().hold(50)).isEqualTo(1);
        assertThat(Weighing.PLAIN.mostOf(ActionKind.MARKETING)).isEqualTo(Integer.MAX_VALUE);
    }
}
