package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Reason;
import retention.advice.ValueBasis;
import retention.advice.WithheldAction;

/** The catalogue: its files, its tags, and what it tells of an action. */
class CatalogueTest {

    private static final String CARD =
            "actions:\n  CARD: { title: Card, kind: marketing, owner: care, channels: [post], "
                    + "cost: 1, value: 9, valueBasis: goodwill, dueWithinDays: 3, tags: [cheer], text: { en: Hi., zh: 你好。 } }\n";
    private static final String FRIEND =
            "{'id':'x','consents':[{'channel':'POST','purpose':'MARKETING','givenOn':'2026-01-01'},"
                    + "{'channel':'EMAIL','purpose':'MARKETING','givenOn':'2026-01-01'}]}";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder).filler();
    }

    @Test
    void an_advice_says_by_when_and_what_may_be_spent() {
        AdvisedAction call =
                rules.advise("{'id':'x','asOf':'2028-02-28'}").actions().get(0);
        assertThat(call.dueOn()).isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(call.agentMaySpend()).isEqualTo(15);
        assertThat(call.valueBasis()).isEqualTo(ValueBasis.RELATIONSHIP);
    }

    @Test
    void what_is_left_out_may_not_be_spent() {
        rules.trust(rule("fix", "Customer()", "new Recommend( \"FIX_SITE\", \"broken\" )"));
        assertThat(rules.advise("{'id':'x'}").actions().get(0).agentMaySpend()).isZero();
    }

    @Test
    void a_catalogue_may_have_more_files() {
        rules.file("actions/more.yaml", CARD).trust(rule("card", "Customer()", "new Recommend( \"CARD\", \"hi\" )"));
        assertThat(rules.advise(FRIEND).actions())
                .extracting(AdvisedAction::code)
                .containsExactly("CARD");
    }

    @Test
    void a_text_has_an_end_and_so_has_what_becomes_of_it() {
        rules.file("actions/more.yaml", CARD.replace("Hi.", "Hi. ".repeat(2_600).trim()));
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("CARD: the text in \"en\" has 10399 characters; 10000 are the most");
        rules.file("actions/more.yaml", CARD.replace("Hi.", "'Hi" + " {name}".repeat(21) + "'"));
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("CARD: the text in \"en\" has 21 places for values; 20 are the most");
    }

    @Test
    void a_tag_withholds_every_action_that_has_it_and_no_other() {
        rules.file("actions/more.yaml", CARD)
                .trust(rule("card", "Customer()", "new Recommend( \"CARD\", \"hi\" )")
                        + rule("news", "Customer()", "new Recommend( \"NEWS\", \"news\" )")
                        + rule("no cheer", "Customer()", "new Withhold( \"cheer\", \"not now\" )"));
        Advice advice = rules.advise(FRIEND);
        assertThat(advice.actions()).extracting(AdvisedAction::code).containsExactly("NEWS");
        assertThat(advice.withheld()).extracting(WithheldAction::code).containsExactly("CARD");
        assertThat(advice.withheld().get(0).reasons()).extracting(Reason::rule).containsExactly("no cheer");
    }

    @Test
    void a_tag_can_be_withheld_and_not_recommended() {
        rules.file("actions/more.yaml", CARD)
                .trust(rule("card", "Customer()", "new Recommend( \"cheer\", \"hi\" )")
                        + rule("no cheer", "Customer()", "new Withhold( \"chear\", \"not now\" )"));
        assertThat(problems())
                .containsExactly(
                        "trust.drl:6:29: \"cheer\" is a tag: a tag can be withheld, not recommended",
                        "trust.drl:12:28: the catalogue has no action or tag \"chear\" - did you mean \"cheer\"?");
    }

    @Test
    void an_action_stands_once_and_the_two_roles_stand_in_the_first_file() {
        rules.file("actions/a.yaml", CARD)
                .file("actions/b.yaml", CARD)
                .file("actions/c.yaml", "fallback: CARD\nactions: {}\n")
                .file("actions/d.yaml", "# nothing\n")
                .file("actions/e.yaml", "actons: {}\n");
        assertThat(problems())
                .containsExactly(
                        "actions/b.yaml:2:3: CARD: stands in " + slashes() + "/actions/a.yaml already",
                        "actions/c.yaml:1:11: fallback: belongs in actions.yaml, where it stands once for all",
                        "actions/d.yaml: is empty",
                        "actions/e.yaml:1:1: actons is not known here - did you mean \"actions\"?");
    }

    @Test
    void a_day_in_the_words_for_the_customer_is_written_as_people_write_it() {
        rules.file(
                "actions.yaml",
                TinyRules.ACTIONS.replace(
                        "text: { en: Hello., zh: 你好。 }", "text: { en: \"On {day}.\", zh: \"{day}。\" }"));
        rules.trust(rule(
                "ends",
                "Customer( $day : contract.endsOn, $day != null )",
                "new Recommend( \"CALL\", \"ends on {day}\" )"));
        AdvisedAction call = rules.advise("{'id':'x','contract':{'endsOn':'2026-09-03'}}")
                .actions()
                .get(0);
        assertThat(call.text()).containsEntry("en", "On 3 September 2026.").containsEntry("zh", "2026年9月3日。");
        assertThat(call.reasons().get(0).sentence()).isEqualTo("ends on 2026-09-03");
    }

    @Test
    void what_an_action_must_tell() {
        rules.file(
                "actions/more.yaml",
                CARD.replace(
                                "valueBasis: goodwill, dueWithinDays: 3, tags: [cheer]",
                                "agentMaySpend: -1, tags: [Cheer]")
                        + "  LATER: { title: Later, kind: task, owner: care, cost: 0, value: 0, valueBasis: goodwill, "
                        + "dueWithinDays: 366 }\n");
        assertThat(problems())
                .containsExactly(
                        "actions/more.yaml:2:3: CARD: dueWithinDays is missing: in how many days it is to be done, "
                                + "from 0 (the same day) to 365",
                        "actions/more.yaml:2:3: CARD: valueBasis is missing: relationship, contract, purchase or goodwill",
                        "actions/more.yaml:2:106: CARD: agentMaySpend must be 0 or more",
                        "actions/more.yaml:2:117: CARD: a tag is written in small letters, like selling",
                        "actions/more.yaml:3:107: LATER: dueWithinDays must be from 0 (the same day) to 365");
    }

    @Test
    void one_missing_language_is_a_warning_and_stops_nothing() {
        rules.file("actions/more.yaml", CARD.replace(", zh: 你好。", ""));
        try (RuleBook book = rules.open()) {
            assertThat(book.warnings()).singleElement().satisfies(warning -> {
                assertThat(warning.code()).isEqualTo(Code.MISSING_LANGUAGE);
                assertThat(warning.toString()).endsWith("CARD: there is no text in \"zh\"");
            });
        }
        rules.file("notes.txt", "");
        BadRules refusal = rules.refusal();
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly(Code.IGNORED_FILE);
        assertThat(refusal.warnings()).extracting(Problem::code).containsExactly(Code.MISSING_LANGUAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zh: 你好。; zh: 你好。, de: \"{$x}\"; 176: CARD: a value in a sentence is written {name}, without a dollar sign",
                "zh: 你好。; zh: 你好。, de: ; 172: CARD: the text in \"de\" is empty",
                "zh: 你好。; zh: 你好。, xyzzyxyzzy: Hi; 184: CARD: \"xyzzyxyzzy\" is no language: write en, zh, de ...",
                "cost: 1; cost: .nan; 78: CARD: cost must be 0 or more",
                "value: 9; value: .nan; 88: CARD: value must be 0 or more",
                "dueWithinDays; agentMaySpend: .nan, dueWithinDays; 128: CARD: agentMaySpend must be 0 or more",
                "title: Card; title: \" \"; 18: CARD: title is empty: what the action is, in a few words",
                "owner: care; owner: \"\"; 48: CARD: owner is empty: who carries it out"
            })
    void what_an_action_may_not_tell(String right, String wrong, String problem) {
        rules.file("actions/more.yaml", CARD.replace(right, wrong));
        assertThat(problems()).containsExactly("actions/more.yaml:2:" + problem);
    }

    @Test
    void a_text_is_written_out_and_not_named_elsewhere() {
        rules.file(
                "actions/more.yaml",
                CARD.replace("title: Card", "title: &hi Card").replace("en: Hi.", "en: *hi"));
        assertThat(problems())
                .containsExactly("actions/more.yaml:2:162: write it out here: names with & and * are not understood");
    }

    private String slashes() {
        return folder.toString().replace('\\', '/');
    }

    private List<String> problems() {
        return rules.refusal().problems().stream()
                .map(problem -> TinyRules.plain(problem).replaceFirst(slashes() + "/", ""))
                .toList();
    }
}
