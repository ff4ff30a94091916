package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of a rule is told. */
class BadRulesTest {

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder).filler();
    }

    @Test
    void an_action_that_the_catalogue_lacks() {
        rules.trust(rule("a", "Customer()", "new Recommend( \"CAL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly("trust.drl:6:29: the catalogue has no action \"CAL\" - did you mean \"CALL\"?");
        rules.trust(rule("a", "Customer()", "new Withhold( \"DISCONT\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:6:28: the catalogue has no action or tag \"DISCONT\" - did you mean \"DISCOUNT\"?");
    }

    @Test
    void a_question_what_was_sent_that_names_no_action() {
        rules.trust(rule(
                "sent",
                "Customer( contacts.of(\"CAL\").inLast(30).none, contacts.inLast(9).of(\"GIFTS\").any, contacts.of(\"CALL\").any )",
                "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:4:28: the catalogue has no action \"CAL\" - did you mean \"CALL\"?",
                        "trust.drl:4:74: the catalogue has no action \"GIFTS\" - did you mean \"GIFT\"?");
    }

    @Test
    void a_signal_asked_for_without_its_name() {
        rules.trust(rule("any", "Signal()", "new Recommend( \"CALL\", \"x\" )")
                + rule("why", "Signal( $why : because )", "new Recommend( \"CALL\", \"{why}\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:4:5: a signal is asked for by its name: Signal( name == \"...\" )",
                        "trust.drl:10:5: a signal is asked for by its name: Signal( name == \"...\" )");
    }

    @Test
    void a_signal_that_no_rule_raises() {
        rules.trust(rule("a", "Signal( name == \"sen\" )", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly("trust.drl:4:22: no rule raises the signal \"sen\" - did you mean \"seen\"?");
    }

    @Test
    void every_problem_of_every_file_at_once_in_order() {
        rules.trust(rule("a", "Customer( tenureMonth > 3 )", "new Recommend( \"CAL\", \"x\" )"));
        rules.file(
                "satisfaction.drl",
                "package advisor\n" + rule("a", "Signal( name == \"gone\" )", "new Recommend( \"CALL\", \"x\" )"));
        rules.file("notes.txt", "");
        assertThat(rules.problems())
                .containsExactly(
                        "notes.txt: would be ignored: rule files end in .drl, settings are actions.yaml, actions/*.yaml, scores.yaml, arbitration.yaml, contact-policy.yaml and playbook.yaml",
                        "satisfaction.drl:4:22: no rule raises the signal \"gone\"",
                        "trust.drl:2:1: another rule is named \"a\": satisfaction.drl:2",
                        "trust.drl:4:15: Customer has no field \"tenureMonth\" - did you mean \"tenureMonths\"?",
                        "trust.drl:6:29: the catalogue has no action \"CAL\" - did you mean \"CALL\"?");
    }

    @Test
    void a_misspelt_question_type_or_word() {
        rules.trust(rule("a", "Customer( orders.lat(3).inLast(90).count >= 1 )", "new Recommend( \"CALL\", \"x\" )")
                + rule("b", "Ordr( daysLate >= 1 )", "new Recommend( \"CALL\", \"x\" )")
                + rule("c", "Customer( segment == Segment.PRIC )", "new Recommend( \"CALL\", \"x\" )")
                + rule(
                        "d",
                        "Customer( language == \"en\", orders.late.count >= 1 )",
                        "new Recommend( \"CALL\", \"x\" )")
                + rule("e", "Customer( contract.daysToEnds <= 3 )", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:4:22: Orders has no field \"lat\" - did you mean \"late\"?",
                        "trust.drl:10:5: \"Ordr\" is not a fact - did you mean \"Order\"?",
                        "trust.drl:16:34: Segment has no \"PRIC\" - did you mean \"PRICE\"?",
                        "trust.drl:22:40: \"late\" of Orders takes a whole number in its parentheses",
                        "trust.drl:28:24: Contract has no field \"daysToEnds\" - did you mean \"daysToEnd\"?");
    }

    @Test
    void a_word_inside_a_question_that_does_not_exist() {
        rules.trust(rule("a", "Customer( surveys.latest(\"NSP\")!.score < 5 )", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly("trust.drl:4:31: there is no survey \"NSP\": write one of CSAT, NPS, CES, STARS");
    }

    @Test
    void a_place_in_a_sentence_that_has_no_value() {
        rules.trust(rule("a", "Customer( $late : orders.late(1).count )", "new Recommend( \"CALL\", \"{lte} late\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:6:37: {lte} has no value: the rule remembers no $lte - did you mean \"late\"?");
    }

    @Test
    void a_place_in_the_customers_text_that_the_rule_does_not_fill() {
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("en: Hello.", "en: \"{days} days.\""));
        assertThat(rules.problems())
                .containsExactly("trust.drl:6:29: the text of CALL needs {days}, but the rule remembers no $days");
    }

    @Test
    void anything_in_then_but_a_conclusion_of_its_stage() {
        rules.trust(rule("a", "Customer()", "new Evidence( Dimension.TRUST, 1, \"x\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:6:5: only insert( new Recommend or Withhold( ... ) ); may stand behind \"then\" here: a rule that gives points or a signal belongs in assessment/");
        rules.trust("rule \"a\" when Customer() then System.exit(0); end\n");
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:2:31: only insert( new Recommend or Withhold( ... ) ); may stand behind \"then\" here");
        rules.trust("rule \"a\" when Customer() then end\n");
        assertThat(rules.problems()).containsExactly("trust.drl:2:26: the rule concludes nothing");
    }

    @Test
    void a_conclusion_that_is_not_simply_inserted() {
        rules.trust("rule \"a\" when Customer() then insertLogical( new Recommend( \"CALL\", \"x\" ) ); end\n");
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:2:31: only insert( new Recommend or Withhold( ... ) ); may stand behind \"then\" here");
    }

    @Test
    void a_rule_that_waits_for_another_of_its_kind() {
        rules.trust(rule("a", "Recommend()", "new Withhold( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:4:5: \"Recommend\" is what these rules conclude; a rule cannot wait for another of its kind");
    }

    @Test
    void what_rules_do_not_need() {
        rules.file("trust.drl", """
                package other
                import java.util.List
                global java.util.List list
                function int f() { return 1; }
                rule "a"
                    salience 10
                when Customer() then insert( new Recommend( "CALL", "x" ) ); end
                """);
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:1:1: the first line must be: package advisor",
                        "trust.drl:2:1: import is not allowed: every fact and conclusion is at hand already",
                        "trust.drl:3:1: global is not allowed: rules insert conclusions and nothing else",
                        "trust.drl:4:1: function is not allowed: rules ask questions and insert conclusions; they do not program",
                        "trust.drl:6:5: attribute \"salience\" is not allowed: rules do not depend on order");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Customer( segment != Segment.PRICE )                      | "segment" may be missing, and what is missing would pass: ask also segment != null
        Customer( birthdayMonth not in ( 1, 2 ) )                 | "birthdayMonth" may be missing, and what is missing would pass: ask also birthdayMonth != null
        Customer( !( tenureMonths >= 3 ) )                        | "tenureMonths" may be missing, and what is missing would pass: ask also tenureMonths != null
        Customer( !orders.any )                                   | a list that was not sent would pass: write orders.none
        Customer( orders.late(3).any == false )                   | a list that was not sent would pass: write orders.late(3).none
        Customer( orders.count == orders.late(3).count )          | both "orders.count" and "orders.late(3).count" may be missing, and would be equal: ask also orders.count != null
        Order( damaged )                                          | "damaged" may be missing: write damaged == true
        Order( !damaged )                                         | "damaged" may be missing: write damaged == false
        Order( amount * 2 > 50 )                                  | "amount" may be missing, and nothing can be added or divided then: ask first amount != null
        Customer( orders.late(3).latest.daysLate > 5 )            | "latest" may find none: write !. behind it, as in latest!.daysLate
        Customer( tenureMonths )                                  | "tenureMonths" is not a question with yes or no: compare it, as in tenureMonths >= 1
        Customer( late : orders.count )                           | a remembered value begins with a dollar sign: $late
        Customer( System.getProperty("x") != null )               | "System.getProperty" cannot be asked anything: ask facts, whose questions begin with a small letter
        Today( between("2026-06-31", "2026-07-01") )              | "2026-06-31" is no day that exists: write year-month-day, as in "2026-12-24"
        not Order( daysLate >= 3 )                                | that there is none would hold for a customer of whom nothing is known, too: ask also Customer( orders.known ), or ask its list, as in Customer( orders.none )
        not Customer( tenureMonths >= 3 )                         | that there is none would hold for a customer of whom nothing is known, too: ask what is known instead
        Signal( name in ( "seen", "gone" ) )                      | a signal is asked for by its name: Signal( name == "..." )
        eval( true )                                              | eval is not allowed: write the condition in the parentheses of a fact
        """)
    void a_condition_that_would_take_what_is_missing_for_granted(String when, String message) {
        rules.trust(rule("a", when, "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .singleElement()
                .asString()
                .startsWith("trust.drl:")
                .endsWith(": " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer( segment != null, segment != Segment.PRICE )",
                "Customer( orders.none ) not Trust( low ) not Signal( name == \"seen\" )",
                "Customer( orders.known ) not Order( daysLate >= 3 )",
                "Customer( orders.totalAmount != null, orders.totalAmount / 2 > 5 )",
                "Customer( $n : orders.late( 3 ) .inLast(90).count, $n >= 1 || tenureMonths in ( 1, 2 ) )",
                "Order( damaged == true, product matches \"[a-z]*\", product str[startsWith] \"x\" )",
                "Customer( surveys.latest(\"NPS\")!.score <= 6 && orders.late(1).latest!.daysLate > 2 )",
                "exists Order( daysLate >= 3 ) ( Trust( low ) or Trust( value < 70 ) )",
                "Customer( orders.known ) accumulate( Order( $d : daysLate, $d >= 1 ); $m : max( $d ); $m > 2 )",
                "Customer( askedToCancel == false, contract.paidAutomatically == false, consents.allow(Channel.EMAIL, Purpose.MARKETING) )"
            })
    void a_condition_that_is_fine(String when) {
        rules.trust(rule("a", when, "new Recommend( \"CALL\", \"x\" )")).open().close();
    }

    @Test
    void a_rule_on_one_line_is_read_as_any_other() {
        rules.trust("rule \"a\" when Customer( orders.known ) not Order( daysLate >= 3 ) then"
                        + " insert( new Recommend( \"CALL\", \"x\" ) ); end\n")
                .open()
                .close();
    }

    @Test
    void a_conclusion_that_programs() {
        rules.trust(rule("a", "Customer()", "new Recommend( \"CALL\", System.getenv(\"HOME\") )"));
        assertThat(rules.problems())
                .singleElement()
                .asString()
                .contains("may not stand here: write texts in quotes, numbers");
        rules.trust(rule("a", "Customer()", "new Recommend( \"CALL\", \"x\" + $nope )"));
        assertThat(rules.problems()).singleElement().asString().contains("$nope has no value here");
        rules.trust(
                "rule \"a\" when Customer() do[x] then insert( new Recommend( \"CALL\", \"x\" ) ); then[x] int i = 0; end\n");
        assertThat(rules.problems()).contains("trust.drl:2:26: do[...] and then[...] are not allowed: write two rules");
    }

    @Test
    void a_rule_that_the_compiler_refuses_without_a_place_is_found() {
        rules.trust(rule("fine", "Customer()", "new Recommend( \"CALL\", \"x\" )")
                + rule("not fine", "Customer( $n : tenureMonths )", "new Recommend( \"CALL\", \"x\" - $n )"));
        assertThat(rules.problems())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p).startsWith("trust.drl:8:1: rule \"not fine\": "));
    }

    @Test
    void a_comment_that_declares_something_loses_no_rule() {
        rules.trust("/* These rules\n   declare our promises.\n*/\n"
                + rule("a", "Customer()", "new Recommend( \"CALL\", \"x\" )") + "/* to the end */\n"
                + rule("b", "Customer()", "new Recommend( \"FIX_SITE\", \"x\" )"));
        assertThat(rules.advise("{'id':'x'}").actions()).hasSize(2);
    }

    @Test
    void the_fallback_and_the_way_out_belong_to_nobody() {
        rules.trust(rule("a", "Customer()", "new Withhold( \"LEAVE_ALONE\", \"x\" )"));
        assertThat(rules.problems())
                .singleElement()
                .asString()
                .endsWith("LEAVE_ALONE is the fallback: it may be recommended, not withheld");
        rules.filler()
                .file(
                        "actions.yaml",
                        TinyRules.ACTIONS
                                .replace("fallback: LEAVE_ALONE", "fallback: NEWS")
                                .replace("wayOut: COMPLETE_CANCELLATION", "wayOut: NEWS"));
        assertThat(rules.problems())
                .containsExactly(
                        "actions.yaml:1:11: fallback: must be of kind task",
                        "actions.yaml:2:9: wayOut: must be of kind service");
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("owner: site,", "owner: site, channels: [email],"));
        assertThat(rules.problems())
                .containsExactly(
                        "actions.yaml:8:71: FIX_SITE: is a task for our own people: channels and text are for service and marketing");
    }

    @Test
    void a_declared_fact_with_a_type_that_requests_cannot_send() {
        rules.trust("declare Fleet vehicles : java.util.List end\n"
                + rule("a", "Fleet()", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "trust.drl:2:1: \"vehicles\" of Fleet must be a plain int, double, boolean, String or LocalDate");
    }

    @Test
    void a_syntax_error_has_its_line() {
        rules.trust(
                "rule \"a\"\nwhen\n    Customer( tenureMonths >= )\nthen\n    insert( new Recommend( \"CALL\", \"x\" ) );\nend\n");
        assertThat(rules.problems()).isNotEmpty().allSatisfy(p -> assertThat(p).startsWith("trust.drl:4:"));
    }

    @Test
    void an_empty_folder_a_missing_folder_and_an_empty_file() throws Exception {
        rules.trust("");
        assertThat(TinyRules.problems(folder)).containsExactly("trust.drl: holds no rule");
        Files.delete(folder.resolve("trust.drl"));
        Files.delete(folder.resolve("assessment.drl"));
        assertThat(TinyRules.problems(folder)).containsExactly(": holds no rule file (*.drl)");
        folder = folder.resolve("nowhere");
        assertThat(TinyRules.problems(folder)).containsExactly(": there is no such folder");
    }

    @Test
    void a_folder_without_assessment_or_without_strategies() throws Exception {
        Files.delete(folder.resolve("trust.drl"));
        assertThat(rules.problems()).containsExactly(": holds no strategy: no rule recommends anything");
        new TinyRules(folder).filler();
        Files.delete(folder.resolve("assessment.drl"));
        assertThat(rules.problems())
                .containsExactly(
                        ": holds no assessment.drl: nothing would be known about trust, satisfaction and switching cost");
    }

    @Test
    void mistakes_in_the_catalogue() {
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("owner: site", "ownr: site"));
        assertThat(rules.problems())
                .singleElement()
                .asString()
                .startsWith("actions.yaml:8:48: ")
                .endsWith("FIX_SITE: ownr is not known here - did you mean \"owner\"?");
        rules.file(
                "actions.yaml",
                TinyRules.ACTIONS
                        .replace("zh: 新。", "zh: \"\"")
                        .replace("fallback: LEAVE_ALONE", "fallback: LEAVE_ALNE")
                        .replace("cost: 5, value: 100", "cost: -5, value: 100"));
        assertThat(rules.problems())
                .containsExactly(
                        "actions.yaml:1:11: fallback: names no action: LEAVE_ALNE - did you mean \"LEAVE_ALONE\"?",
                        "actions.yaml:8:67: FIX_SITE: cost must be 0 or more",
                        "actions.yaml:14:116: NEWS: the text in \"zh\" is empty");
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("FIX_SITE: {", "FIX_SITE: { exitFriction: true,"));
        assertThat(rules.problems())
                .containsExactly(
                        "actions.yaml:8:29: FIX_SITE: makes leaving harder; such an action is never advised (guardrail G4)");
    }

    @Test
    void mistakes_in_the_scales() {
        rules.file("scores.yaml", TinyRules.SCORES.replace("lowBelow: 35", "lowBelow: 70"));
        assertThat(rules.problems())
                .containsExactly("scores.yaml:3:38: switchingCost: lowBelow must not be above highFrom, which is 65");
    }
}
