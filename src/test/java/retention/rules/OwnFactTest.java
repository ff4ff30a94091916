package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.advice.Advice;

/** A company's own facts. */
class OwnFactTest {

    @TempDir
    private Path folder;

    /** What is slow is made faster after a while; the hundredth customer is answered as the first one was. */
    @Test
    void are_known_of_every_customer_and_not_of_the_first_ones_only() {
        var rules = new TinyRules(folder)
                .assessment("declare Fleet vehicles : int  share : double  leased : boolean  maker : String"
                        + "  lastBoughtOn : LocalDate  kilometres : long end\n"
                        + rule("see", "Customer()", "new Signal( \"seen\", \"why\" )"))
                .trust(rule(
                        "fleet",
                        "Fleet( vehicles > 9, share > 0.5, leased == true, maker == \"Volvo\", lastBoughtOn != null,"
                                + " kilometres == null )",
                        "new Recommend( \"CALL\", \"why\" )"));
        try (RuleBook book = rules.open()) {
            for (int i = 0; i < 100; i++) {
                Advice advice = TinyRules.advise(
                        book,
                        "{'id': 'a', 'extensions': {'Fleet': [{'vehicles': 10, 'share': 0.75,"
                                + " 'leased': true, 'maker': 'Volvo', 'lastBoughtOn': '2026-01-31'}]}}");
                assertThat(advice.actions())
                        .singleElement()
                        .matches(one -> one.code().equals("CALL"));
            }
        }
    }
}
