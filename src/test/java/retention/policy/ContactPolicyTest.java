package retention.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.WithheldAction;
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.json.FactsHash;
import retention.rules.CompiledFiles;
import retention.rules.RuleBook;
import retention.rules.TinyRules;

/** What only a contact policy of one's own can show; the shipped one is tried by the fixtures. */
class ContactPolicyTest {

    private static final String EMAIL = "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]";
    private static final String ROW = """
              %s:
                countries: [%s]
                objection: its law
                marketing:
                  email: { needs: %s, reference: its law on e-mail }
                  phone: { needs: consent, reference: its law on calls }
                  sms: { needs: consent, reference: its law on messages }
                  app: { needs: consent, reference: its law on apps }
                  post: { needs: consent, reference: its law on letters }
                profiling: { needs: consent, reference: its law on profiling }
                saveOffers: { atMost: %s, reference: its law on leaving }
            """;

    @TempDir
    private Path folder;

    @Test
    void no_limit_and_no_file_leave_two_actions_of_a_week_to_the_built_in_policy() {
        assertThat(codes(advise("", EMAIL, "NEWS"))).containsExactly("NEWS");
        assertThat(codes(advise("", EMAIL + ",'contacts':[" + sent("GIFT", 1) + "," + sent("GIFT", 2) + "]", "NEWS")))
                .isEmpty();
    }

    @Test
    void none_means_none_even_when_nobody_sent_the_contacts() {
        Advice advice = advise("limits: [{ atMost: 0, days: 1 }]", EMAIL, "NEWS");
        assertThat(codes(advice)).isEmpty();
        WithheldAction withheld = advice.withheld().get(0);
        assertThat(withheld.guardrail()).isEqualTo("G2");
        assertThat(withheld.reference()).isEqualTo("contact-policy.yaml:1");
        assertThat(withheld.reasons().get(0).sentence()).isEqualTo("no marketing is allowed");
    }

    @Test
    void a_policy_may_let_marketing_rest_where_nobody_sent_the_contacts() {
        assertThat(codes(advise("whenContactsUnknown: block", EMAIL, "NEWS"))).isEmpty();
        assertThat(codes(advise("whenContactsUnknown: block", EMAIL + ",'contacts':[]", "NEWS")))
                .containsExactly("NEWS");
    }

    @Test
    void what_an_advice_holds_counts_for_what_comes_after_it() {
        Advice advice = advise("limits: [{ atMost: 1, days: 1 }]", EMAIL + ",'contacts':[]", "NEWS", "GIFT", "CALL");
        assertThat(codes(advice)).containsExactly("CALL", "GIFT");
        assertThat(advice.withheld()).extracting(WithheldAction::code).containsExactly("NEWS");
    }

    @Test
    void a_limit_of_one_action_counts_and_stops_that_action_alone() {
        String limit = "limits: [{ atMost: 1, days: 30, action: NEWS }]";
        String contacts = EMAIL + ",'contacts':[" + sent(" news ", 29) + "]";
        assertThat(codes(advise(limit, contacts, "NEWS", "GIFT"))).containsExactly("GIFT");
        assertThat(codes(advise(limit, EMAIL + ",'contacts':[" + sent("GIFT", 29) + "]", "NEWS")))
                .containsExactly("NEWS");
    }

    @Test
    void a_limit_says_whether_what_was_advised_sent_or_accepted_counts() {
        String advised = "'action':'NEWS','sentOn':'2026-05-31','state':'ADVISED'";
        String contacts = EMAIL + ",'contacts':[{" + advised + "}]";
        assertThat(codes(advise("limits: [{ atMost: 1, days: 7, counts: advised }]", contacts, "NEWS")))
                .isEmpty();
        assertThat(codes(advise("limits: [{ atMost: 1, days: 7, counts: sent }]", contacts, "NEWS")))
                .containsExactly("NEWS");
        String accepted = contacts.replace("'state':'ADVISED'", "'outcome':'ACCEPTED'");
        assertThat(codes(advise("limits: [{ atMost: 1, days: 7, counts: accepted }]", accepted, "NEWS")))
                .isEmpty();
        String ignored = contacts.replace("'state':'ADVISED'", "'outcome':'IGNORED'");
        assertThat(codes(advise("limits: [{ atMost: 1, days: 7, counts: accepted }]", ignored, "NEWS")))
                .containsExactly("NEWS");
    }

    @Test
    void service_is_neither_counted_nor_held_back() {
        String limit = "limits: [{ atMost: 1, days: 7 }]";
        String calls = EMAIL + ",'contacts':[" + sent("call", 1) + "," + sent("FIX_SITE", 1) + "]";
        assertThat(codes(advise(limit, calls, "NEWS", "CALL"))).containsExactly("CALL", "NEWS");
        assertThat(codes(advise("limits: [{ atMost: 0, days: 7 }]", calls, "NEWS", "CALL")))
                .containsExactly("CALL");
    }

    @Test
    void a_jurisdiction_is_a_row() {
        String table = "jurisdictions:\n" + ROW.formatted("Ruritania", "RU1", "nothing", "1");
        assertThat(codes(advise(table, "'jurisdiction':' ruritania '", "NEWS"))).containsExactly("NEWS");
        assertThat(codes(advise(table, "'jurisdiction':'ru1'", "NEWS"))).containsExactly("NEWS");
        assertThat(codes(advise(table, "'jurisdiction':'Ruritani'", "NEWS"))).isEmpty();
        Advice objects = advise(table, "'jurisdiction':'Ruritania','objectsToMarketing':true", "NEWS");
        assertThat(objects.withheld().get(0).reference()).isEqualTo("its law");
        assertThat(advise(table, "'jurisdiction':'Ruritania'", "DISCOUNT", "GIFT")
                        .withheld()
                        .get(0)
                        .guardrail())
                .isEqualTo("G3");
    }

    @Test
    void rules_see_the_row_whatever_name_the_jurisdiction_was_sent_by() {
        var rules = new TinyRules(folder)
                .filler()
                .file("contact-policy.yaml", "jurisdictions:\n" + ROW.formatted("Ruritania", "RU1", "nothing", "1"))
                .trust(rule(
                        "by law",
                        "Customer( jurisdiction == \"Ruritania\" )",
                        "new Recommend( \"CALL\", \"why not\" )"));
        try (RuleBook book = rules.open()) {
            for (String name : List.of("Ruritania", "RURITANIA", "ru1", " RU1 ")) {
                assertThat(codes(TinyRules.advise(book, "{'id':'a','jurisdiction':'" + name + "'}")))
                        .as(name)
                        .containsExactly("CALL");
            }
            assertThat(codes(TinyRules.advise(book, "{'id':'a','jurisdiction':'RU2'}")))
                    .isEmpty();
        }
    }

    @Test
    void a_jurisdiction_may_forbid_any_attempt_to_keep_a_customer() {
        String leaving = EMAIL + ",'jurisdiction':'Ruritania','departureSigns':[{'kind':'ASKED_TO_CANCEL'}]";
        String table = "jurisdictions:\n" + ROW.formatted("Ruritania", "", "nothing", "%s");
        assertThat(codes(advise(table.formatted("1"), leaving, "NEWS"))).containsExactly("NEWS");
        Advice none = advise(table.formatted("0"), leaving, "NEWS");
        assertThat(codes(none)).isEmpty();
        assertThat(none.withheld().get(0).reference()).isEqualTo("its law on leaving");
        assertThat(none.wayOut()).isNotNull();
    }

    @Test
    void every_block_rests_on_something() {
        Advice advice = advise(
                "holdouts: [{ name: h, percent: 100, group: price }]",
                EMAIL + ",'departureSigns':[{'kind':'ASKED_TO_CANCEL'}]",
                "NEWS",
                "GIFT",
                "DISCOUNT");
        assertThat(advice.withheld()).extracting(WithheldAction::reference).doesNotContainNull();
        assertThat(advise("", "", "NEWS").withheld().get(0).reference()).contains("ePrivacy Directive");
    }

    @Test
    void a_holdout_of_a_group_keeps_that_group_alone_and_tells_how_likely_that_was() {
        String half = "holdouts: [{ name: prices, percent: 100, group: price }, { name: spare, percent: 12.5 }]";
        Advice held = advise(half, EMAIL + ",'contacts':[]", "NEWS", "GIFT");
        boolean spared = Holdout.place("spare", "x") >= 1250;
        assertThat(spared).isTrue();
        assertThat(codes(held)).containsExactly("NEWS");
        assertThat(held.receipt().holdout()).isTrue();
        assertThat(held.receipt().holdouts()).containsExactly("prices");
        assertThat(held.receipt().probability()).isEqualTo(0.875);
    }

    @Test
    void without_an_action_to_keep_chance_has_no_say() {
        Advice advice = advise("holdouts: [{ name: all, percent: 100 }]", EMAIL, "CALL");
        assertThat(codes(advice)).containsExactly("CALL");
        assertThat(advice.receipt().holdout()).isFalse();
        assertThat(advice.receipt().probability()).isEqualTo(1);
        Advice held = advise("holdouts: [{ name: all, percent: 100 }]", EMAIL, "NEWS");
        assertThat(held.receipt().probability()).isEqualTo(1);
        assertThat(held.receipt().holdout()).isTrue();
    }

    @Test
    void shares_come_out_as_they_were_set() {
        var holdout = new Holdout("a test", 1234, null, null, "");
        long held = java.util.stream.IntStream.range(0, 100_000)
                .filter(i -> holdout.holds("customer " + i))
                .count();
        assertThat(held).isBetween(11_900L, 12_800L); // 12.34 percent; four standard deviations are 416
        assertThat(new Holdout("none", 0, null, null, "").holds("x")).isFalse();
        assertThat(new Holdout("all", 10_000, null, null, "").holds("x")).isTrue();
    }

    @Test
    void what_is_blanked_is_as_if_it_had_not_been_sent_and_the_hash_is_that_of_what_was() {
        var rules = new TinyRules(folder)
                .filler()
                .file("contact-policy.yaml", "profiled: [segment, visits, usage, extensions, contract]")
                .trust(rule("asks", "Customer( segment == null )", "new Recommend( \"CALL\", \"x\" )"));
        try (RuleBook book = rules.open()) {
            Customer customer = customer("'segment':'PRICE','visits':[{}],'orders':[{}],'contract':{'plan':'a'}");
            Advice advice = book.advise(customer);
            assertThat(codes(advice)).containsExactly("CALL");
            assertThat(advice.receipt().blanked()).containsExactly("contract", "segment", "visits");
            assertThat(advice.receipt().factsHash()).isEqualTo(FactsHash.of(customer));
            Customer visible = book.visible(customer);
            assertThat(visible.contract().known()).isFalse();
            assertThat(visible.visits().known()).isFalse();
            assertThat(visible.orders().count()).isEqualTo(1);
            Customer plain = customer("'orders':[{}]");
            assertThat(book.visible(plain)).isSameAs(plain);
            Customer willing =
                    customer("'segment':'PRICE','consents':[{'purpose':'PROFILING','givenOn':'2026-01-01'}]");
            assertThat(book.visible(willing)).isSameAs(willing);
        }
    }

    @Test
    void every_field_that_may_be_profiled_can_be_blanked() {
        Customer customer = customer(
                "'since':'2020-01-01','kind':'CONSUMER','segment':'PRICE','lifecycleStage':'NEW','lifetimeValue':1,"
                        + "'valuePercentile':1,'acquiredThrough':'REFERRAL','acquisitionCost':1,'marginToDate':1,"
                        + "'shareOfWalletPercent':1,'preferredChannel':'EMAIL','language':'en','birthdayMonth':1,"
                        + "'contract':{'plan':'a'},'orders':[],'serviceCases':[],'surveys':[],'visits':[],"
                        + "'usage':{'featuresInUse':1},'incidents':[],'loyaltyAccount':{'points':1},"
                        + "'relationship':{'savedPreferences':1},'contacts':[],'intention':{'product':'x'},"
                        + "'departureSigns':[],'extensions':{'Fleet':[{'vehicles':1}]}");
        for (String field : PrivacyGate.fields()) {
            var gate = new PrivacyGate(List.of(field));
            assertThat(gate.sent(customer)).as(field).containsExactly(field);
            assertThat(gate.sent(gate.through(customer, true, customer.jurisdiction())))
                    .as(field)
                    .isEmpty();
        }
        var all = new PrivacyGate(List.copyOf(PrivacyGate.fields()));
        assertThat(FactsHash.of(all.through(customer, true, customer.jurisdiction())))
                .isEqualTo(FactsHash.of(customer("")));
    }

    @Test
    void the_policy_is_part_of_the_revision_and_comes_back_from_disk(@TempDir Path other) {
        var rules = new TinyRules(folder).filler();
        String before = revision(rules);
        rules.file("contact-policy.yaml", "limits: [{ atMost: 7, days: 3, channel: sms, reference: a law }]");
        assertThat(revision(rules)).isNotEqualTo(before);
        try (RuleBook first = RuleBook.open(folder, new CompiledFiles(other, line -> {}));
                RuleBook again = RuleBook.open(folder, new CompiledFiles(other, line -> {}))) {
            assertThat(again.contactPolicy()).isEqualTo(first.contactPolicy());
            assertThat(again.contactPolicy().limits())
                    .singleElement()
                    .extracting(Limit::reference)
                    .isEqualTo("a law (contact-policy.yaml:1)");
        }
    }

    private static String revision(TinyRules rules) {
        try (RuleBook book = rules.open()) {
            return book.revision();
        }
    }

    private Advice advise(String policy, String facts, String... wanted) {
        var wants = new StringBuilder();
        for (String action : wanted) {
            wants.append(rule("wants " + action, "Customer()", "new Recommend( \"" + action + "\", \"why not\" )"));
        }
        var rules = new TinyRules(folder).filler().trust(wants.toString());
        if (!policy.isEmpty()) {
            rules.file("contact-policy.yaml", policy);
        }
        return rules.advise("{'id':'x'" + (facts.isEmpty() ? "" : ",") + facts + "}");
    }

    /** Sent by e-mail so many days before the decision. */
    private static String sent(String action, int daysAgo) {
        return "{'action':'" + action + "','channel':'EMAIL','sentOn':'"
                + LocalDate.of(2026, 6, 1).minusDays(daysAgo) + "'}";
    }

    private static Customer customer(String facts) {
        String json = "{'id':'x'" + (facts.isEmpty() ? "" : ",") + facts + "}";
        return CustomerReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 6, 1));
    }

    private static List<String> codes(Advice advice) {
        return advice.actions().stream().map(AdvisedAction::code).toList();
    }
}
