package retention.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.WithheldAction;
import retention.facts.Channel;
import retention.rules.RuleBook;
import retention.rules.TinyRules;

/** Consent (G1), exclusive groups (G3), the way out (G4) and the order, through a book whose rules want everything. */
class GuardrailTest {

    private static final String EMAIL = "{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}";
    private static final String CANCEL = "{'kind':'ASKED_TO_CANCEL','seenOn':'2026-05-20','episode':'e1'}";

    @TempDir
    private static Path folder;

    private static RuleBook book;

    @BeforeAll
    static void open() {
        book = new TinyRules(folder)
                .filler()
                .trust(wants("CALL") + wants("FIX_SITE") + wants("DISCOUNT") + wants("GIFT") + wants("NEWS"))
                .open();
    }

    @AfterAll
    static void close() {
        book.close();
    }

    private static String wants(String action) {
        return rule("wants " + action, "Customer()", "new Recommend( \"" + action + "\", \"why not\" )");
    }

    @Test
    void without_consent_there_is_no_marketing_but_service_and_tasks_go_on() {
        Advice advice = advise("");
        assertThat(codes(advice)).containsExactly("CALL", "FIX_SITE");
        assertThat(advice.withheld()).extracting(WithheldAction::code).containsExactly("DISCOUNT", "GIFT", "NEWS");
        assertThat(advice.withheld()).extracting(WithheldAction::guardrail).containsOnly("G1");
        assertThat(advice.withheld().get(0).reasons().get(0).sentence())
                .isEqualTo("there is no valid consent to marketing by e-mail or SMS");
    }

    @Test
    void consent_opens_its_own_channel_and_purpose_only() {
        assertThat(codes(advise("'consents':[{'channel':'SMS','purpose':'MARKETING','givenOn':'2026-01-01'}]")))
                .containsExactly("CALL", "FIX_SITE", "DISCOUNT");
        assertThat(codes(advise("'consents':[{'channel':'EMAIL','purpose':'SERVICE','givenOn':'2026-01-01'}]")))
                .containsExactly("CALL", "FIX_SITE");
    }

    @Test
    void an_objection_to_marketing_is_absolute() {
        Advice advice = advise("'objectsToMarketing':true,'consents':[" + EMAIL + "]");
        assertThat(codes(advice)).containsExactly("CALL", "FIX_SITE");
        assertThat(advice.withheld().get(0).reasons().get(0).sentence()).isEqualTo("the customer objects to marketing");
    }

    @Test
    void service_comes_before_tasks_before_marketing_and_the_most_valuable_first() {
        assertThat(codes(advise("'consents':[" + EMAIL + "]"))).containsExactly("CALL", "FIX_SITE", "GIFT", "NEWS");
    }

    @Test
    void of_one_group_the_first_stays() {
        Advice advice = advise("'consents':[" + EMAIL + "]");
        assertThat(advice.withheld()).singleElement().satisfies(withheld -> {
            assertThat(withheld.code()).isEqualTo("DISCOUNT");
            assertThat(withheld.guardrail()).isEqualTo("G3");
        });
    }

    @Test
    void an_action_that_consent_stops_does_not_keep_its_group_from_another() {
        Advice advice = advise("'consents':[{'channel':'SMS','purpose':'MARKETING','givenOn':'2026-01-01'}]");
        assertThat(codes(advice)).contains("DISCOUNT").doesNotContain("GIFT");
    }

    @Test
    void the_preferred_channel_is_taken_where_it_is_allowed() {
        assertThat(channel(advise(""), "CALL")).isEqualTo(Channel.PHONE);
        assertThat(channel(advise("'preferredChannel':'EMAIL'"), "CALL")).isEqualTo(Channel.EMAIL);
        assertThat(channel(advise("'preferredChannel':'APP'"), "CALL")).isEqualTo(Channel.PHONE);
        assertThat(channel(advise("'preferredChannel':'POST','consents':[" + EMAIL + "]"), "GIFT"))
                .isEqualTo(Channel.EMAIL);
        assertThat(channel(advise(""), "FIX_SITE")).isNull();
    }

    @Test
    void service_keeps_off_a_channel_that_was_taken_back_if_it_can() {
        String phone = "{'channel':'PHONE','purpose':'SERVICE','withdrawnOn':'2026-05-01'}";
        String email = "{'channel':'EMAIL','purpose':'SERVICE','withdrawnOn':'2026-05-01'}";
        assertThat(channel(advise("'consents':[" + phone + "]"), "CALL")).isEqualTo(Channel.EMAIL);
        assertThat(channel(advise("'consents':[" + phone + "," + email + "]"), "CALL"))
                .isEqualTo(Channel.PHONE);
    }

    @Test
    void who_asks_to_cancel_gets_the_way_out_and_one_attempt_to_keep_them() {
        Advice advice = advise("'departureSigns':[" + CANCEL + "],'consents':[" + EMAIL + "]");
        assertThat(codes(advice)).containsExactly("CALL", "FIX_SITE", "GIFT");
        assertThat(advice.wayOut()).extracting(AdvisedAction::code).isEqualTo("COMPLETE_CANCELLATION");
        assertThat(advice.withheld())
                .extracting(WithheldAction::code, WithheldAction::guardrail)
                .contains(tuple("NEWS", "G4"));
        assertThat(advise("'consents':[" + EMAIL + "]").wayOut()).isNull();
    }

    @Test
    void an_attempt_made_in_the_same_episode_was_the_one() {
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-10','episode':'e1'}"))
                .isZero();
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-20'}")).isZero();
        assertThat(attempts("{'action':'RETIRED_ACTION','sentOn':'2026-05-20'}"))
                .isZero();
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-19'}")).isEqualTo(1);
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-25','episode':'e0'}"))
                .isZero();
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-19','episode':'e0'}"))
                .isEqualTo(1);
        assertThat(attempts("{'action':'GIFT'}")).isZero();
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-20','episode':' '}"))
                .isZero();
        assertThat(attempts("{'action':'CALL','sentOn':'2026-05-25'}")).isEqualTo(1);
    }

    @Test
    void an_episode_is_the_same_in_whatever_letters_it_is_written() {
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-10','episode':' E1'}"))
                .isZero();
        assertThat(attempts("{'action':'GIFT','sentOn':'2026-05-10','episode':'E11'}"))
                .isEqualTo(1);
    }

    @Test
    void whoever_asks_again_in_one_episode_gets_no_second_attempt() {
        String settled = CANCEL.replace("'episode'", "'settledOn':'2026-05-24','episode'");
        String again = CANCEL.replace("2026-05-20", "2026-05-30");
        String contact = "'contacts':[{'action':'GIFT','sentOn':'2026-05-22'}],'consents':[" + EMAIL + "]";
        assertThat(codes(advise("'departureSigns':[" + settled + "," + again + "]," + contact)))
                .doesNotContain("GIFT", "NEWS");
        String another = again.replace("e1", "e2");
        assertThat(codes(advise("'departureSigns':[" + settled + "," + another + "]," + contact)))
                .contains("GIFT");
    }

    @Test
    void of_several_open_requests_any_counts_in_whatever_order() {
        String later = CANCEL.replace("2026-05-20", "2026-05-30").replace("e1", "e2");
        String contact = "'contacts':[{'action':'GIFT','sentOn':'2026-05-25'}],'consents':[" + EMAIL + "]";
        assertThat(codes(advise("'departureSigns':[" + CANCEL + "," + later + "]," + contact)))
                .doesNotContain("GIFT", "NEWS");
        assertThat(codes(advise("'departureSigns':[" + later + "," + CANCEL + "]," + contact)))
                .doesNotContain("GIFT", "NEWS");
        String undated = "'departureSigns':[{'kind':'ASKED_TO_CANCEL'}]," + contact;
        assertThat(codes(advise(undated))).doesNotContain("GIFT", "NEWS");
        String tomorrow = "'departureSigns':[{'kind':'ASKED_TO_CANCEL','seenOn':'2026-06-02'}]," + contact;
        assertThat(codes(advise(tomorrow))).doesNotContain("GIFT", "NEWS");
    }

    @Test
    void a_withdrawal_without_channel_or_purpose_closes_all_until_a_newer_consent() {
        String all = "{'withdrawnOn':'2026-05-01'}";
        assertThat(codes(advise("'consents':[" + EMAIL + "," + all + "]"))).containsExactly("CALL", "FIX_SITE");
        String again = EMAIL.replace("2026-01-01", "2026-05-02");
        assertThat(codes(advise("'consents':[" + all + "," + again + "]"))).contains("GIFT");
    }

    @Test
    void a_settled_request_ends_the_episode() {
        String settled = CANCEL.replace("}", ",'settledOn':'2026-05-25'}");
        Advice advice = advise("'departureSigns':[" + settled + "],'consents':[" + EMAIL + "]");
        assertThat(advice.wayOut()).isNull();
        assertThat(codes(advice)).contains("GIFT", "NEWS");
    }

    @Test
    void nothing_to_do_is_an_answer(@TempDir Path other) {
        Advice advice = new TinyRules(other)
                .filler()
                .trust(rule("never", "Customer( id == \"other\" )", "new Recommend( \"CALL\", \"x\" )"))
                .advise("{'id':'x'}");
        assertThat(advice.actions()).isEmpty();
        assertThat(advice.fallback()).extracting(AdvisedAction::code).isEqualTo("LEAVE_ALONE");
        assertThat(advise("").fallback()).isNull();
    }

    private static long attempts(String contact) {
        Advice advice =
                advise("'departureSigns':[" + CANCEL + "],'consents':[" + EMAIL + "],'contacts':[" + contact + "]");
        return codes(advice).stream().filter(code -> code.equals("GIFT")).count();
    }

    private static Advice advise(String facts) {
        return TinyRules.advise(book, "{'id':'x'" + (facts.isEmpty() ? "" : ",") + facts + "}");
    }

    private static List<String> codes(Advice advice) {
        return advice.actions().stream().map(AdvisedAction::code).toList();
    }

    private static @Nullable Channel channel(Advice advice, String code) {
        return advice.actions().stream()
                .filter(action -> action.code().equals(code))
                .findFirst()
                .orElseThrow()
                .channel();
    }
}
