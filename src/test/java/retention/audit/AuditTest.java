package retention.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.RuleBook;
import retention.rules.TinyRules;

/** Whether terms are fair, with rules that the check while rules load cannot see through. */
class AuditTest {

    private static final String CONSENTS =
            "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]";

    private static final String ANNA = "{'id':'anna','since':'2026-03-15','birthdayMonth':3," + CONSENTS + "}";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void start() {
        String catalogue = TinyRules.ACTIONS.replace(
                "group: price, text: { en: Less.", "group: price, tags: [discount], text: { en: Less.");
        rules = new TinyRules(folder).filler().file("actions.yaml", catalogue).file("arbitration.yaml", """
                        most: { service: 5, task: 3, marketing: 1 }
                        onePerChannel: []
                        propensity: 1
                        lever: { least: 0.5, most: 2 }
                        contextWeight: { least: 0.5, most: 3 }
                        lifetimeValue: { typical: 600, least: 0.5, most: 3, scales: [] }
                        notYetEarnedBack: { factor: 1, raises: [] }
                        agentSpends: 0
                        """);
    }

    @Test
    void a_price_that_longer_tenure_loses_because_something_cheaper_takes_its_place() {
        rules.trust(rule("offer", "Customer()", "new Recommend( \"DISCOUNT\", \"x\" )")
                + rule("write", "Customer( tenureMonths >= 24 )", "new Recommend( \"NEWS\", \"x\", 3 )"));
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("cost: 1, value: 5,", "cost: 1, value: 90,"));
        AuditReport report = audit(ANNA);
        assertThat(report.fine()).isFalse();
        assertThat(report.groups()).singleElement().satisfies(group -> {
            assertThat(group.fact()).isEqualTo("since");
            assertThat(group.rules()).containsExactly(new Blame.Culprit("write", place("trust.drl:8")));
            assertThat(group.lost()).containsExactly("DISCOUNT");
            assertThat(group.first()).singleElement().satisfies(pair -> {
                assertThat(pair.customer()).isEqualTo("anna");
                assertThat(pair.from()).hasToString("\"2024-06-02\"");
                assertThat(pair.to()).hasToString("\"2024-06-01\"");
                assertThat(pair.says())
                        .containsExactly("does not speak for the first: tenureMonths >= 24 is false: it is 23");
            });
        });
    }

    @Test
    void points_that_open_and_close_marketing_only_by_a_signal_are_seen_through() {
        rules.assessment(rule("stays", "Customer( tenureMonths >= 12 )", "new Signal( \"stays\", \"x\" )")
                + rule("else", "Customer( tenureMonths < 12 )", "new Signal( \"new here\", \"x\" )"));
        rules.trust(rule("gift", "Signal( name == \"new here\" )", "new Recommend( \"GIFT\", \"x\" )"));
        assertThat(audit(ANNA).groups()).singleElement().satisfies(group -> {
            assertThat(group.lost()).containsExactly("GIFT");
            assertThat(group.rules()).containsExactly(new Blame.Culprit("else", place("assessment.drl:8")));
        });
    }

    @Test
    void more_for_longer_tenure_and_as_much_instead_is_fair() {
        rules.trust(rule("gift", "Customer( tenureMonths >= 12 )", "new Recommend( \"GIFT\", \"x\" )")
                + rule("news", "Customer( tenureMonths < 12 )", "new Recommend( \"NEWS\", \"x\" )"));
        assertThat(audit(ANNA).fine()).isTrue();
    }

    @Test
    void thanks_on_an_anniversary_are_no_matter_of_length_but_a_run_of_months_is() {
        String when = "Customer( tenureMonths in ( 12, 24 ) )";
        rules.trust(rule("thank", when, "new Recommend( \"GIFT\", \"x\" )"));
        AuditReport report = audit(ANNA);
        assertThat(report.groups()).isEmpty();
        assertThat(report.occasions())
                .containsExactly(new AuditReport.Occasion("since", "thank", place("trust.drl:2")));
        rules.trust(rule("thank", when.replace("24", "13"), "new Recommend( \"GIFT\", \"x\" )"));
        assertThat(audit(ANNA).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.lost()).containsExactly("GIFT"));
    }

    @Test
    void a_protected_field_that_changes_what_somebody_gets() {
        rules.trust(rule("gift", "Customer( birthdayMonth <= 6 )", "new Recommend( \"GIFT\", \"x\" )"));
        AuditReport report = audit(ANNA);
        assertThat(report.protectedFields()).containsExactly("birthdayMonth", "language");
        assertThat(report.groups()).singleElement().satisfies(group -> {
            assertThat(group.fact()).isEqualTo("birthdayMonth");
            assertThat(group.pairs()).isEqualTo(7);
            assertThat(group.customers()).isEqualTo(1);
            assertThat(group.rules()).containsExactly(new Blame.Culprit("gift", place("trust.drl:2")));
            assertThat(group.first().get(0).to()).isNull();
            assertThat(group.first().get(0).real()).isEqualTo("from");
        });
    }

    @Test
    void a_text_that_another_customer_has_is_tried_on_everybody() {
        rules.trust(rule(
                "gift",
                "Customer( language != null, language matches \"[f].*\" )",
                "new Recommend( \"GIFT\", \"x\" )"));
        assertThat(audit(ANNA).fine()).isTrue();
        AuditReport report = audit(ANNA, "{'id':'ben','language':'fr'}");
        assertThat(report.groups())
                .singleElement()
                .satisfies(group ->
                        assertThat(group.first()).extracting(Pair::customer).containsOnly("anna"));
        assertThat(report.withoutMarketing()).isEqualTo(1);
    }

    @Test
    void a_fact_of_the_companys_own_may_be_protected() {
        rules.file("contact-policy.yaml", "protectedFields: [Person.gender]\n")
                .trust("declare Person gender : String end\n"
                        + rule("gift", "Person( gender == \"f\" )", "new Recommend( \"GIFT\", \"x\" )"));
        String ben = "{'id':'ben'," + CONSENTS + ",'extensions':{'Person':[{'gender':'m'}]}}";
        assertThat(audit(ANNA, ben).groups()).singleElement().satisfies(group -> {
            assertThat(group.fact()).isEqualTo("Person.gender");
            assertThat(group.first()).singleElement().satisfies(pair -> {
                assertThat(pair.customer()).isEqualTo("ben");
                assertThat(pair.real()).isEqualTo("to");
            });
        });
    }

    @Test
    void where_no_rule_is_at_fault_the_line_of_the_policy_is_told() {
        rules.file("contact-policy.yaml", """
                protectedFields: [contacts]
                limits:
                  - { atMost: 1, days: 7 }
                """).trust(rule("gift", "Customer()", "new Recommend( \"GIFT\", \"x\" )"));
        String carl =
                "{'id':'carl'," + CONSENTS + ",'contacts':[{'action':'GIFT','channel':'EMAIL','sentOn':'2026-05-30'}]}";
        assertThat(audit(carl).groups()).singleElement().satisfies(group -> {
            assertThat(group.rules()).isEmpty();
            assertThat(group.first().get(0).says()).singleElement().asString().contains("G2", "contact-policy.yaml:3");
        });
    }

    @Test
    void nothing_can_be_told_of_whoever_allows_nothing_unless_they_are_taken_to() {
        rules.trust(rule("gift", "Customer( birthdayMonth <= 6 )", "new Recommend( \"GIFT\", \"x\" )"));
        String dora = "{'id':'dora','birthdayMonth':3,'objectsToMarketing':true}";
        assertThat(audit(dora).withoutMarketing()).isEqualTo(1);
        assertThat(audit(dora).fine()).isTrue();
        assertThat(audit(true, dora).groups()).hasSize(1);
    }

    @Test
    void a_line_that_is_no_customer_is_counted_and_the_others_go_on() {
        AuditReport report = audit(ANNA, "{'id':'x','nme':1}", "[1]", ANNA);
        assertThat(report.customers()).isEqualTo(2);
        assertThat(report.unreadable()).isEqualTo(2);
        assertThat(report.problems().get(0)).startsWith("line 2: ").contains("nme");
        assertThat(report.fine()).isFalse();
    }

    private String place(String file) {
        return folder.toString().replace('\\', '/') + "/" + file;
    }

    private AuditReport audit(String... customers) {
        return audit(false, customers);
    }

    private AuditReport audit(boolean consenting, String... customers) {
        byte[] lines = String.join("\n", List.of(customers)).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        try (RuleBook book = rules.open()) {
            var audit = new Audit(book, LocalDate.of(2026, 6, 1), consenting, 100, done -> {});
            audit.look(new ByteArrayInputStream(lines));
            audit.run(new ByteArrayInputStream(lines));
            return audit.report();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
