package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guardrail G5 while rules load: longer tenure never earns worse terms. */
class TenureTest {

    private static final String END = ": same facts and longer tenure must never earn worse terms (guardrail G5)";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void start() {
        String catalogue = TinyRules.ACTIONS.replace(
                "group: price, text: { en: Less.", "group: price, tags: [discount], text: { en: Less.");
        rules = new TinyRules(folder).filler().file("actions.yaml", catalogue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer( tenureMonths >= 12 )",
                "Customer( tenureMonths > 12 || language == \"en\" )",
                "Customer( tenureMonths != null, !( tenureMonths < 12 ) )",
                "Customer( $t : tenureMonths, $t >= 12 )",
                "Customer( $t : tenureMonths >= 12 )",
                "Customer( tenureMonths in ( 12, 24 ) )",
                "Customer( tenureMonths == 12 )",
                "Customer( tenureMonths != null, tenureMonths + 2 < 12 )",
                "exists Customer( tenureMonths >= 12 )",
                "Customer( orders.count != null, tenureMonths > orders.count )",
                "$c : Customer() Order( $c.tenureMonths >= 12 )",
            })
    void marketing_is_not_withheld_from_whoever_stays_longer(String when) {
        assertThat(told(rule("hold", when, "new Withhold( \"NEWS\", \"x\" )")))
                .singleElement()
                .asString()
                .startsWith("trust.drl:4:")
                .endsWith(": NEWS would be withheld from whoever has been a customer for longer" + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer( tenureMonths < 12 )",
                "Customer( tenureMonths == 0 )",
                "Customer( tenureMonths == null || tenureMonths <= 12 )",
                "Customer( tenureMonths != null, !( tenureMonths > 12 ) )",
                "Customer( $t : tenureMonths, $t != null )",
                "Order( amount >= 12 )",
            })
    void newcomers_may_be_spared_marketing(String when) {
        assertThat(loads(rule("hold", when, "new Withhold( \"NEWS\", \"x\" )"))).isTrue();
    }

    @Test
    void a_price_of_ones_own_does_not_end_with_tenure() {
        assertThat(told(rule("offer", "Customer( tenureMonths <= 3 )", "new Recommend( \"DISCOUNT\", \"x\" )")))
                .containsExactly(
                        "trust.drl:4:15: DISCOUNT is a price of one's own, and whoever has been a customer for longer would not get it"
                                + END);
        assertThat(loads(rule("offer", "Customer( tenureMonths >= 3 )", "new Recommend( \"DISCOUNT\", \"x\" )")))
                .isTrue();
        assertThat(loads(rule("greet", "Customer( tenureMonths in ( 60, 120 ) )", "new Recommend( \"NEWS\", \"x\" )")))
                .isTrue();
        assertThat(loads(rule("call", "Customer( tenureMonths >= 3 )", "new Withhold( \"CALL\", \"x\" )")))
                .isTrue();
    }

    @Test
    void tenure_is_no_evidence_for_a_score_that_opens_or_closes_marketing() {
        rules.assessment(rule("loyal", "Customer( tenureMonths >= 24 )", "new Evidence( Dimension.TRUST, 5, \"x\" )"));
        String asks = rule("offer", "Trust( high )", "new Recommend( \"NEWS\", \"x\" )");
        assertThat(told(asks))
                .containsExactly(
                        "assessment.drl:4:15: how long somebody has been a customer is no evidence: Trust opens or closes marketing"
                                + END);
        assertThat(loads(rule("call", "Trust( high )", "new Recommend( \"CALL\", \"x\" )")))
                .isTrue();
        assertThat(loads(rule("offer", "Satisfaction( high )", "new Recommend( \"NEWS\", \"x\" )")))
                .isTrue();
    }

    @Test
    void a_signal_that_tenure_raises_is_tenure_under_another_name() {
        rules.assessment(rule("old", "Customer( tenureMonths >= 24 )", "new Signal( \"old hand\", \"x\" )"));
        assertThat(told(rule("hold", "Signal( name == \"old hand\" )", "new Withhold( \"NEWS\", \"x\" )")))
                .singleElement()
                .asString()
                .contains("trust.drl:4:", "NEWS would be withheld");
        assertThat(loads(rule("thank", "Signal( name == \"old hand\" )", "new Recommend( \"NEWS\", \"x\" )")))
                .isTrue();
    }

    private List<String> told(String strategy) {
        return rules.trust(strategy).problems();
    }

    private boolean loads(String strategy) {
        rules.trust(strategy).open().close();
        return true;
    }
}
