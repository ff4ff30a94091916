package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.explain.Change;
import retention.rules.explain.WhatIf;

/** What would change it, wherever an action was stopped. */
class WhatIfTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final String CONSENT =
            "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]";

    private static final String POLICY = """
            limits: [{ atMost: 1, days: 30 }]
            profiled: [usage]
            """;

    @TempDir
    private Path folder;

    private @Nullable RuleBook book;

    @AfterEach
    void close() {
        Objects.requireNonNull(book).close();
    }

    @Test
    void of_a_contact_limit_one_contact_less_does_it() {
        open("", speaking("GIFT"));
        String contacts = "'contacts':[{'action':'GIFT','channel':'EMAIL','sentOn':'2026-05-20','outcome':'ACCEPTED'}]";
        assertThat(said("{'id':'x'," + CONSENT + "," + contacts + "}", "GIFT"))
                .isEqualTo(
                        "if contacts[0].sentOn were \"2026-05-02\" instead of \"2026-05-20\", GIFT would be advised");
        String other = "{'action':'COMPLETE_CANCELLATION','channel':'EMAIL'}";
        assertThat(said(
                        "{'id':'x'," + CONSENT + ",'contacts':[" + other + ",{'action':'GIFT','state':'SENT'}]}",
                        "GIFT"))
                .startsWith("if contacts[1].");
    }

    @Test
    void an_item_less_does_it_where_nothing_smaller_does() {
        open("", TinyRules.rule("call", "Customer( incidents.count == 1 )", "new Recommend( \"CALL\", \"one\" )"));
        assertThat(said("{'id':'x','incidents':[{},{}]}", "CALL"))
                .isEqualTo("if incidents[0] were not there, CALL would be advised");
    }

    @Test
    void of_a_missing_consent_one_consent_more_does_it() {
        open("", speaking("GIFT"));
        Change change = change("{'id':'x'}", "GIFT");
        assertThat(change.kind()).isEqualTo(Change.Kind.ADDED);
        assertThat(change.path()).isEqualTo("consents[0]");
        assertThat(String.valueOf(change.to()))
                .contains("\"purpose\":\"MARKETING\"")
                .contains("\"givenOn\":\"2026-06-01\"");
        assertThat(said("{'id':'x','objectsToMarketing':true," + CONSENT + "}", "GIFT"))
                .isEqualTo("if objectsToMarketing were false instead of true, GIFT would be advised");
        assertThat(said(
                        "{'id':'x','jurisdiction':'EU','consents':[{'channel':'EMAIL','purpose':'MARKETING',"
                                + "'givenOn':'2026-01-01','endsOn':'2026-05-31'}]}",
                        "GIFT"))
                .isEqualTo(
                        "if consents[0].endsOn were \"2026-06-01\" instead of \"2026-05-31\", GIFT would be advised");
    }

    @Test
    void what_is_beaten_comes_when_the_winner_goes() {
        open(
                "",
                speaking("DISCOUNT")
                        + TinyRules.rule(
                                "gift", "Customer( birthdayMonth >= 3 )", "new Recommend( \"GIFT\", \"a gift\" )"));
        assertThat(said("{'id':'x'," + CONSENT + ",'birthdayMonth':3}", "DISCOUNT"))
                .isEqualTo("if birthdayMonth were 2 instead of 3, DISCOUNT would be advised");
    }

    @Test
    void what_is_advised_goes_by_one_threshold_or_when_something_better_comes() {
        open(
                "",
                speaking("DISCOUNT")
                        + TinyRules.rule(
                                "gift", "Customer( birthdayMonth >= 3 )", "new Recommend( \"GIFT\", \"a gift\" )"));
        assertThat(said("{'id':'x'," + CONSENT + ",'birthdayMonth':3}", "GIFT"))
                .isEqualTo("if birthdayMonth were 2 instead of 3, GIFT would not be advised");
        assertThat(said("{'id':'x'," + CONSENT + ",'birthdayMonth':2}", "DISCOUNT"))
                .isEqualTo("if birthdayMonth were 3 instead of 2, DISCOUNT would not be advised");
    }

    @Test
    void what_a_rule_withholds_comes_when_that_rule_falls_silent() {
        open(
                "",
                speaking("NEWS")
                        + TinyRules.rule(
                                "not while something is open",
                                "exists ServiceCase( resolvedOn == null )",
                                "new Withhold( \"NEWS\", \"something is open\" )"));
        assertThat(said("{'id':'x'," + CONSENT + ",'serviceCases':[{'openedOn':'2026-05-01'}]}", "NEWS"))
                .startsWith("if serviceCases[0].resolvedOn, which is not known, were ");
    }

    @Test
    void what_costs_too_much_comes_with_a_greater_lifetime_value() {
        new TinyRules(folder).file("arbitration.yaml", """
                        most: { service: 2, task: 1, marketing: 2 }
                        onePerChannel: [marketing]
                        propensity: 0.25
                        lever: { least: 0.5, most: 2 }
                        contextWeight: { least: 0.5, most: 3 }
                        notYetEarnedBack: { factor: 1.5, raises: [] }
                        agentSpends: 0.5
                        lifetimeValue: { typical: 600, least: 0.5, most: 3, scales: [contract] }
                        """);
        open("", speaking("DISCOUNT"));
        assertThat(said("{'id':'x'," + CONSENT + ",'lifetimeValue':700}", "DISCOUNT"))
                .isEqualTo("if lifetimeValue were 801 instead of 700, DISCOUNT would be advised");
    }

    @Test
    void a_score_leads_to_the_evidence_behind_it_and_what_holds_already_is_left_alone() {
        open(
                TinyRules.rule(
                        "trust falls",
                        "Customer( relationship.returnsDisputed >= 2 )",
                        "new Evidence( Dimension.TRUST, -25, \"why\" )"),
                TinyRules.rule(
                        "discount",
                        "Customer( contract.daysToEnd <= 30 ) Trust( low )",
                        "new Recommend( \"DISCOUNT\", \"it ends\" )"));
        String ends = "'contract':{'endsOn':'2026-06-11'}";
        WhatIf found =
                whatIf("{'id':'x'," + CONSENT + "," + ends + ",'relationship':{'returnsDisputed':1}}", "DISCOUNT");
        assertThat(found.says())
                .containsEntry("en", "if relationship.returnsDisputed were 2 instead of 1, DISCOUNT would be advised");
        assertThat(found.tried()).as("changes of the contract could do nothing").isEqualTo(2);
    }

    @Test
    void what_rules_do_not_see_is_not_tried_but_the_consent_that_hides_it() {
        open(
                "",
                TinyRules.rule(
                        "call", "Customer( usage.featuresInUse <= 2 )", "new Recommend( \"CALL\", \"uses little\" )"));
        Change change = change("{'id':'x','usage':{'featuresInUse':1}}", "CALL");
        assertThat(change.path()).isEqualTo("consents[0]");
        assertThat(String.valueOf(change.to())).contains("\"purpose\":\"PROFILING\"");
    }

    @Test
    void an_item_with_several_facts_at_once_is_found() {
        open(
                "",
                TinyRules.rule(
                        "call",
                        "exists Order( noticeSent == false, asDescribed == false, amount >= 40, daysAgo > 3 )",
                        "new Recommend( \"CALL\", \"no notice\" )"));
        assertThat(String.valueOf(change("{'id':'x'}", "CALL").to()))
                .contains("\"noticeSent\":false")
                .contains("\"asDescribed\":false")
                .contains("\"amount\":40")
                .contains("\"orderedOn\":\"2026-05-28\"");
    }

    @Test
    void of_two_numbers_of_a_fact_one_is_moved_to_the_other() {
        open(
                "",
                TinyRules.rule(
                        "costs",
                        "exists Order( costOverrunPercent >= 20 )",
                        "new Recommend( \"CALL\", \"cost more\" )"));
        assertThat(said("{'id':'x','orders':[{'expectedTotalCost':150,'actualTotalCost':160}]}", "CALL"))
                .isEqualTo("if orders[0].expectedTotalCost were 133 instead of 150, CALL would be advised");
    }

    @Test
    void a_rule_that_joins_two_facts_is_looked_at_as_a_whole() {
        open(
                "",
                TinyRules.rule(
                        "call",
                        "Order( $paid : amount, $paid > 0 ) ServiceCase( numberOfContacts > $paid )",
                        "new Recommend( \"CALL\", \"asked more often than paid\" )"));
        assertThat(said("{'id':'x','orders':[{'amount':4}],'serviceCases':[{'numberOfContacts':2}]}", "CALL"))
                .isEqualTo("if orders[0].amount were 1 instead of 4, CALL would be advised");
    }

    @Test
    void what_was_remembered_of_another_fact_is_a_value_to_try() {
        open(
                "",
                TinyRules.rule(
                                "greet",
                                "Today( $month : month ) Customer( birthdayMonth == $month )",
                                "new Recommend( \"CALL\", \"a birthday\" )")
                        + TinyRules.rule(
                                "fix",
                                "Order( $order : id, $order != null ) ServiceCase( id == $order )",
                                "new Recommend( \"FIX_SITE\", \"asked about it\" )"));
        assertThat(said("{'id':'x'}", "CALL"))
                .isEqualTo("if birthdayMonth, which is not known, were 6, CALL would be advised");
        assertThat(said("{'id':'x','birthdayMonth':2}", "CALL"))
                .isEqualTo("if birthdayMonth were 6 instead of 2, CALL would be advised");
        assertThat(said("{'id':'x','orders':[{'id':'o1'}],'serviceCases':[{}]}", "FIX_SITE"))
                .isEqualTo("if serviceCases[0].id, which is not known, were \"o1\", FIX_SITE would be advised");
    }

    @Test
    void where_nothing_can_do_it_nothing_is_tried() {
        open("", speaking("CALL"));
        WhatIf nothing = whatIf("{'id':'x'}", "FIX_SITE");
        assertThat(nothing.tried()).isZero();
        assertThat(nothing.says())
                .containsEntry("en", "no single change of what is known of the customer could make FIX_SITE appear")
                .containsEntry("zh", "改动客户的任何一项信息都不会让 FIX_SITE 出现");
    }

    @Test
    void the_way_out_and_silence_are_found_too() {
        open(
                "",
                TinyRules.rule(
                        "call", "Customer( relationship.wishListItems >= 3 )", "new Recommend( \"CALL\", \"why\" )"));
        assertThat(said("{'id':'x'}", "COMPLETE_CANCELLATION"))
                .contains("departureSigns[0]")
                .contains("ASKED_TO_CANCEL");
        assertThat(said("{'id':'x','relationship':{'wishListItems':2}}", "LEAVE_ALONE"))
                .isEqualTo("if relationship.wishListItems were 3 instead of 2, LEAVE_ALONE would not be advised");
        assertThat(said("{'id':'x','relationship':{'wishListItems':3}}", "LEAVE_ALONE"))
                .isEqualTo("if relationship.wishListItems were 2 instead of 3, LEAVE_ALONE would be advised");
    }

    private void open(String assessment, String strategy) {
        book = new TinyRules(folder)
                .file("contact-policy.yaml", POLICY)
                .assessment(assessment + TinyRules.rule("seen", "Customer()", "new Signal( \"seen\", \"is here\" )"))
                .trust(strategy)
                .open();
    }

    private static String speaking(String action) {
        return TinyRules.rule("always " + action, "Customer()", "new Recommend( \"" + action + "\", \"always\" )");
    }

    private String said(String json, String action) {
        return String.valueOf(whatIf(json, action).says().get("en"));
    }

    private Change change(String json, String action) {
        WhatIf whatIf = whatIf(json, action);
        assertThat(whatIf.change()).as(whatIf.toString()).isNotNull();
        return Objects.requireNonNull(whatIf.change());
    }

    private WhatIf whatIf(String json, String action) {
        return Objects.requireNonNull(book).whatIf(Json.mapper().readTree(json.replace('\'', '"')), TODAY, action);
    }
}
