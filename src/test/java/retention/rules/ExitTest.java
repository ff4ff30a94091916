package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guardrail G4 while rules load: nothing makes leaving harder. */
class ExitTest {

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void start() {
        rules = new TinyRules(folder).filler();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry to hear that. Call us to cancel.",
                "Before you  can cancel, tell us why.",
                "Contracts can only be cancelled by letter.",
                "填写问卷后才能取消。",
                "请致电取消。",
                "No problem: call us to cancel.",
            })
    void words_that_demand_a_step_are_refused(String words) {
        assertThat(ExitWords.step(words)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You need not call us to cancel.",
                "You can cancel without a word. Call us if we can help.",
                "You don't have to write to us to cancel.",
                "您无需来电取消。",
                "您想怎样取消都可以。",
            })
    void words_that_open_the_door_are_not(String words) {
        assertThat(ExitWords.step(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your cancellation takes effect once you have rung our retention desk.",
                "To end the contract we need a signed letter by registered post.",
                "Cancelling is possible in the shop only, with your passport.",
                "Please call 0800 1234 in order to cancel.",
                "Your cancellation is on hold until you answer five questions.",
                "请先拨打客服电话，确认后为您办理取消。",
                "需本人携带证件到营业厅办理注销。",
            })
    void other_words_that_speak_of_leaving_and_of_a_step_are_doubted(String words) {
        assertThat(ExitWords.doubtful(words)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You can cancel with one click, there is no need to call.",
                "You don't have to cancel: the trial ends by itself.",
                "Cancel whenever you like. Call us if we can help.",
                "到期自动结束，不需要取消。",
            })
    void words_that_ask_nothing_are_not(String words) {
        assertThat(ExitWords.doubtful(words)).isEmpty();
    }

    @Test
    void a_fee_is_doubted_unless_it_is_denied() {
        assertThat(ExitWords.fee("Stay, and save the exit fee.")).contains("exit fee");
        assertThat(ExitWords.fee("There is no exit fee.")).isEmpty();
        assertThat(ExitWords.fee("解约要付违约金。")).isPresent();
        assertThat(ExitWords.fee("不收违约金。")).isEmpty();
    }

    @Test
    void the_way_out_has_no_place_that_nobody_fills_and_does_not_take_weeks() {
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("en: Done.", "en: \"Done on {day}.\""));
        assertThat(rules.problems()).singleElement().asString().contains("nothing can fill {day}");
        rules.file(
                "actions.yaml",
                TinyRules.ACTIONS.replace(
                        "zh: 好。 }, valueBasis: goodwill, dueWithinDays: 0",
                        "zh: 好。 }, valueBasis: goodwill, dueWithinDays: 8"));
        try (RuleBook book = rules.open()) {
            assertThat(book.warnings()).extracting(Problem::code).containsExactly(Code.HARD_WAY_OUT);
        }
    }

    @Test
    void an_offer_is_marketing_whatever_it_is_called() {
        rules.file(
                "actions.yaml",
                TinyRules.ACTIONS.replace("cost: 5, value: 40,", "cost: 5, value: 40, tags: [discount],"));
        assertThat(rules.problems()).singleElement().asString().contains("CALL has the tag \"discount\"");
        rules.file("contact-policy.yaml", "personalPrice: []\n").open().close();
    }

    @Test
    void the_way_out_is_withheld_by_no_tag_of_its_own() {
        String tagged = TinyRules.ACTIONS.replace(
                "channels: [email], cost: 0, value: 0,", "channels: [email], cost: 0, value: 0, tags: [letters],");
        rules.file("actions.yaml", tagged).trust(rule("hush", "Customer()", "new Withhold( \"letters\", \"x\" )"));
        assertThat(rules.problems())
                .singleElement()
                .asString()
                .startsWith("trust.drl:6:")
                .contains("COMPLETE_CANCELLATION is the way out, and has the tag \"letters\"");
    }
}
