package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retention.json.CustomerReader;
import retention.rules.explain.Explanation;
import retention.rules.explain.Explanation.Why;
import retention.rules.explain.Explanation.WhyNot;
import retention.rules.explain.Stage;

/** What an action rests on and what it beat; each stage that may stop one; each form of a condition in words. */
class WhyTest {

    private static final String CONSENT =
            "'consents':[{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]";

    private static final String NUMBERS = """
            most: { service: 2, task: 1, marketing: 1 }
            onePerChannel: []
            propensity: 0.5
            lever: { least: 0.5, most: 2 }
            contextWeight: { least: 0.5, most: 3 }
            lifetimeValue: { typical: 100, least: 0.5, most: 3, scales: [contract] }
            notYetEarnedBack: { factor: 1.5, raises: [] }
            agentSpends: 0.5
            """;

    @TempDir
    private Path folder;

    @Test
    void what_was_beaten_stands_beside_the_winner_with_both_priorities() {
        Why why = explanation(
                        NUMBERS,
                        "",
                        rule("gift", "Customer()", "\"GIFT\", \"a gift\"")
                                + rule("less", "Customer()", "\"DISCOUNT\", \"less\", 1.6"),
                        "{'id':'x'," + CONSENT + "}")
                .why()
                .get(0);
        assertThat(why.action()).isEqualTo("GIFT");
        assertThat(why.beat()).extracting(Explanation.Beaten::action).containsExactly("DISCOUNT");
        assertThat(why.beat().get(0).priority().priority()).isEqualTo(24);
        assertThat(why.beat().get(0).says())
                .containsEntry("en", "GIFT has a priority of 25, DISCOUNT of 24")
                .containsEntry("zh", "GIFT 的优先级为 25，DISCOUNT 为 24");
    }

    @Test
    void a_rule_is_told_with_its_sentence_and_the_points_and_signals_that_it_asked_for() {
        Why why = explanation(
                        "",
                        TinyRules.rule(
                                        "trust falls",
                                        "Customer( $n : relationship.returnsDisputed, $n >= 2 )",
                                        "new Evidence( Dimension.TRUST, -25, \"{n} in dispute\" )")
                                + TinyRules.rule(
                                        "wishes",
                                        "Customer( $w : relationship.wishListItems, $w >= 3 )",
                                        "new Signal( \"wishes\", \"{w} wishes\" )"),
                        rule(
                                "call",
                                "Trust( low ) Signal( name == \"wishes\" ) Customer( $m : birthdayMonth )",
                                "\"CALL\", \"born in {m}\""),
                        "{'id':'x','birthdayMonth':6,'relationship':{'returnsDisputed':2,'wishListItems':4}}")
                .why()
                .get(0);
        Explanation.Grounds grounds = why.rules().get(0);
        assertThat(grounds.says()).containsExactly("born in 6");
        assertThat(grounds.place()).endsWith("trust.drl:2");
        assertThat(grounds.facts()).containsExactly("birthdayMonth");
        assertThat(grounds.scores().keySet()).containsExactly("Trust");
        assertThat(Objects.requireNonNull(grounds.scores().get("Trust")).evidence())
                .extracting(point -> point.rule(), point -> point.points(), point -> point.sentence())
                .containsExactly(tuple("trust falls", -25, "2 in dispute"));
        assertThat(grounds.signals().get(0).name()).isEqualTo("wishes");
        assertThat(grounds.signals().get(0).raisedBy().get(0).says()).containsExactly("4 wishes");
        assertThat(grounds.signals().get(0).raisedBy().get(0).facts()).containsExactly("relationship.wishListItems");
        assertThat(Objects.requireNonNull(why.priority()).priority()).isEqualTo(40);
        assertThat(why.beat()).isEmpty();
    }

    @Test
    void each_stage_is_told_with_what_stopped_it() {
        String gift = rule("gift", "Customer()", "\"GIFT\", \"a gift\"");
        String less = rule("less", "Customer()", "\"DISCOUNT\", \"less\"");
        String no = TinyRules.rule("no gift", "Customer()", "new Withhold( \"GIFT\", \"none today\" )");
        String customer = "{'id':'x'," + CONSENT + "}";
        assertWhyNot("", gift + no, customer, "GIFT", Stage.WITHHELD, "a rule withholds it: no gift: none today");
        assertWhyNot(
                "", gift, "{'id':'x'}", "GIFT", Stage.BLOCKED, "a guardrail forbids it: G1: there is no valid consent");
        assertWhyNot(
                NUMBERS.replace("propensity: 0.5", "propensity: 0.25"),
                less,
                customer,
                "DISCOUNT",
                Stage.TOO_COSTLY,
                "it is worth no more than it costs: V3: an expected value of 7.5 does not exceed the cost of 10");
        assertWhyNot(
                NUMBERS,
                gift + rule("news", "Customer()", "\"NEWS\", \"new\", 3"),
                customer,
                "NEWS",
                Stage.OUTRANKED,
                "something better takes its place: most: an advice holds 1 of kind marketing: GIFT goes before");
    }

    /** The conditions of a rule, the customer, and what is told of the first that fails. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            Customer( birthdayMonth == 1 || birthdayMonth == 2 )  ¦ 'birthdayMonth':6                      ¦ ( birthdayMonth == 1 || birthdayMonth == 2 ) is false: birthdayMonth is 6 ¦ ( birthdayMonth == 1 || birthdayMonth == 2 ) 不成立：birthdayMonth 为 6
            Customer( birthdayMonth >= 1 && birthdayMonth <= 5 )  ¦ 'birthdayMonth':6                      ¦ birthdayMonth <= 5 is false: it is 6                  ¦ birthdayMonth <= 5 不成立：实际为 6
            Customer( orders.known ) not Order( damaged == true ) ¦ 'orders':[{},{'damaged':true}]         ¦ there is a Order( damaged == true ): orders[1], and there must be none ¦ 不应有 Order( damaged == true )，却有一个：orders[1]
            exists Order( amount > 9, damaged == true )           ¦ 'orders':[{'amount':12},{'amount':3}]  ¦ orders[0]: damaged == true is false: it is not known  ¦ orders[0]：damaged == true 不成立：实际为 未知
            Customer( orders.known ) accumulate( Order( $p : amount, $p > 0 ); $s : sum( $p ); $s > 100 ) ¦ 'orders':[{'amount':40},{'amount':50}] ¦ $s > 100 is false: it is 90 ¦ $s > 100 不成立：实际为 90
            ( Order( amount > 9 ) or Visit( pageLoadMillis > 3000 ) ) ¦ 'orders':[{'amount':3}]            ¦ none of these holds: orders[0]: amount > 9 is false: it is 3 / there is no Visit( pageLoadMillis > 3000 ): visits is not known ¦ 以下都不成立：orders[0]：amount > 9 不成立：实际为 3 / 没有 Visit( pageLoadMillis > 3000 )：visits 未知
            Fleet( vehicles >= 10 )                               ¦ 'extensions':{'Fleet':[{'vehicles':7}]} ¦ extensions.Fleet[0]: vehicles >= 10 is false: it is 7 ¦ extensions.Fleet[0]：vehicles >= 10 不成立：实际为 7
            """)
    void each_form_of_a_condition_has_its_words(String when, String facts, String english, String chinese) {
        WhyNot why = explanation(
                        "",
                        "declare Fleet vehicles : int end\n",
                        rule("call", when, "\"CALL\", \"why\""),
                        "{'id':'x'," + facts + "}")
                .whyNot()
                .stream()
                .filter(one -> one.action().equals("CALL"))
                .findFirst()
                .orElseThrow();
        assertThat(why.stage()).isEqualTo(Stage.NOT_MATCHED);
        assertThat(why.rules().get(0).says()).isEqualTo(Map.of("en", english, "zh", chinese));
    }

    private void assertWhyNot(String numbers, String rules, String customer, String action, Stage stage, String says) {
        WhyNot why = explanation(numbers, "", rules, customer).whyNot().stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElseThrow();
        assertThat(why.stage()).isEqualTo(stage);
        assertThat(why.says().get("en")).startsWith(says);
    }

    private Explanation explanation(String numbers, String assessment, String strategy, String json) {
        var tiny = new TinyRules(folder)
                .file("contact-policy.yaml", "limits: []\nprofiled: []\n")
                .assessment(assessment + TinyRules.rule("seen", "Customer()", "new Signal( \"seen\", \"is here\" )"))
                .trust(strategy);
        if (!numbers.isEmpty()) {
            tiny.file("arbitration.yaml", numbers);
        }
        try (RuleBook book = tiny.open()) {
            byte[] customer = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            return book.explain(CustomerReader.read(customer, LocalDate.of(2026, 6, 1)), null)
                    .explanation();
        }
    }

    private static String rule(String name, String when, String recommend) {
        return TinyRules.rule(name, when, "new Recommend( " + recommend + " )");
    }
}
