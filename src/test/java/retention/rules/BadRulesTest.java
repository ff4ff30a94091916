package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static retention.rules.TinyRules.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(problems())
                .containsExactly("trust.drl:6:29: there is no action \"CAL\" in actions.yaml - did you mean \"CALL\"?");
        rules.trust(rule("a", "Customer()", "new Withhold( \"DISCONT\", \"x\" )"));
        assertThat(problems())
                .containsExactly(
                        "trust.drl:6:28: there is no action \"DISCONT\" in actions.yaml - did you mean \"DISCOUNT\"?");
    }

    @Test
    void a_signal_that_no_rule_raises() {
        rules.trust(rule("a", "Signal( name == \"sen\" )", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(problems())
                .containsExactly("trust.drl:4:22: no rule raises the signal \"sen\" - did you mean \"seen\"?");
    }

    @Test
    void every_problem_of_every_file_at_once_in_order() {
        rules.trust(rule("a", "Customer( tenureMonth > 3 )", "new Recommend( \"CAL\", \"x\" )"));
        rules.file(
                "satisfaction.drl",
                "package advisor\n" + rule("a", "Signal( name == \"gone\" )", "new Recommend( \"CALL\", \"x\" )"));
        rules.file("notes.txt", "");
        assertThat(problems())
                .containsExactly(
                        "notes.txt: would be ignored: rule files end in .drl, settings are actions.yaml and scores.yaml",
                        "satisfaction.drl:4:22: no rule raises the signal \"gone\"",
                        "trust.drl:2:1: another rule is named \"a\": satisfaction.drl:2",
                        "trust.drl:4:15: Customer has no field \"tenureMonth\" - did you mean \"tenureMonths\"?",
                        "trust.drl:6:29: there is no action \"CAL\" in actions.yaml - did you mean \"CALL\"?");
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
        assertThat(problems())
                .containsExactly(
                        "trust.drl:4:22: Orders has no field \"lat\" - did you mean \"late\"?",
                        "trust.drl:10:5: \"Ordr\" is not a fact - did you mean \"Order\"?",
                        "trust.drl:16:34: Segment has no \"PRIC\" - did you mean \"PRICE\"?",
                        "trust.drl:22:40: \"late\" of Orders needs other values in its parentheses",
                        "trust.drl:28:24: Contract has no field \"daysToEnds\" - did you mean \"daysToEnd\"?");
    }

    @Test
    void a_word_inside_a_question_that_does_not_exist() {
        rules.trust(rule("a", "Customer( surveys.latest(\"NSP\")!.score < 5 )", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(problems()).singleElement().asString().contains("NSP");
    }

    @Test
    void a_place_in_a_sentence_that_has_no_value() {
        rules.trust(rule("a", "Customer( $late : orders.late(1).count )", "new Recommend( \"CALL\", \"{lte} late\" )"));
        assertThat(problems())
                .containsExactly("trust.drl:6:37: {lte} has no value: the rule binds no $lte - did you mean \"late\"?");
    }

    @Test
    void a_place_in_the_customers_text_that_the_rule_does_not_fill() {
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("en: Hello.", "en: \"{days} days.\""));
        assertThat(problems())
                .containsExactly("trust.drl:6:29: the text of CALL needs {days}, but the rule binds no $days");
    }

    @Test
    void anything_in_then_but_a_conclusion_of_its_stage() {
        rules.trust(rule("a", "Customer()", "new Evidence( Dimension.TRUST, 1, \"x\" )"));
        assertThat(problems())
                .containsExactly(
                        "trust.drl:6:5: only insert( new Recommend or Withhold( ... ) ); may stand behind \"then\" here");
        rules.trust("rule \"a\" when Customer() then System.exit(0); end\n");
        assertThat(problems())
                .containsExactly(
                        "trust.drl:2:31: only insert( new Recommend or Withhold( ... ) ); may stand behind \"then\" here");
        rules.trust("rule \"a\" when Customer() then end\n");
        assertThat(problems()).containsExactly("trust.drl:2:26: the rule concludes nothing");
    }

    @Test
    void a_rule_that_waits_for_another_of_its_kind() {
        rules.trust(rule("a", "Recommend()", "new Withhold( \"CALL\", \"x\" )"));
        assertThat(problems())
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
        assertThat(problems())
                .containsExactly(
                        "trust.drl:1:1: the first line must be: package advisor",
                        "trust.drl:2:1: import is not allowed: every fact and conclusion is at hand already",
                        "trust.drl:3:1: global is not allowed: rules insert conclusions and nothing else",
                        "trust.drl:4:1: function is not allowed: rules ask questions and insert conclusions; they do not program",
                        "trust.drl:6:5: attribute \"salience\" is not allowed: rules do not depend on order");
    }

    @Test
    void a_declared_fact_with_a_type_that_requests_cannot_send() {
        rules.trust("declare Fleet vehicles : java.util.List end\n"
                + rule("a", "Fleet()", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(
                        "trust.drl:2:1: \"vehicles\" of Fleet must be a plain int, double, boolean, String or LocalDate");
    }

    @Test
    void a_syntax_error_has_its_line() {
        rules.trust(
                "rule \"a\"\nwhen\n    Customer( tenureMonths >= )\nthen\n    insert( new Recommend( \"CALL\", \"x\" ) );\nend\n");
        assertThat(problems()).isNotEmpty().allSatisfy(p -> assertThat(p).startsWith("trust.drl:4:"));
    }

    @Test
    void an_empty_folder_a_missing_folder_and_an_empty_file() throws Exception {
        rules.trust("");
        assertThat(problems()).containsExactly("trust.drl: holds no rule");
        Files.delete(folder.resolve("trust.drl"));
        Files.delete(folder.resolve("assessment.drl"));
        assertThat(problems()).containsExactly(": holds no rule file (*.drl)");
        folder = folder.resolve("nowhere");
        assertThat(problems()).containsExactly(": there is no such folder");
    }

    @Test
    void a_folder_without_assessment_or_without_strategies() throws Exception {
        Files.delete(folder.resolve("trust.drl"));
        assertThat(problems()).containsExactly(": holds no strategy: no rule recommends anything");
        new TinyRules(folder).filler();
        Files.delete(folder.resolve("assessment.drl"));
        assertThat(problems())
                .containsExactly(
                        ": holds no assessment.drl: nothing would be known about trust, satisfaction and switching cost");
    }

    @Test
    void mistakes_in_the_catalogue() {
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("owner: site", "ownr: site"));
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("actions.yaml:8:48: ")
                .endsWith("actions.FIX_SITE.ownr: is not known - did you mean \"owner\"?");
        rules.file(
                "actions.yaml",
                TinyRules.ACTIONS
                        .replace("zh: 新。", "zh: \"\"")
                        .replace("fallback: LEAVE_ALONE", "fallback: LEAVE_ALNE")
                        .replace("cost: 5, value: 100", "cost: -5, value: 100"));
        assertThat(problems())
                .containsExactly(
                        "actions.yaml:1:1: fallback: names no action of this file: LEAVE_ALNE - did you mean \"LEAVE_ALONE\"?",
                        "actions.yaml:8:3: FIX_SITE: needs a cost and a value, 0 or more",
                        "actions.yaml:13:3: NEWS: reaches the customer, so it needs a text in \"zh\"");
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("FIX_SITE: {", "FIX_SITE: { exitFriction: true,"));
        assertThat(problems())
                .containsExactly(
                        "actions.yaml:8:3: FIX_SITE: makes leaving harder; such an action is never advised (guardrail G4)");
    }

    @Test
    void mistakes_in_the_scales() {
        rules.file("scores.yaml", TinyRules.SCORES.replace("lowBelow: 35", "lowBelow: 70"));
        assertThat(problems())
                .containsExactly(
                        "scores.yaml:3:1: switchingCost: needs 0 <= lowBelow <= highFrom <= 100, a base from 0 to 100, a weight from 0");
    }

    /** The problems found when the folder is opened, without the folder's own path. */
    private List<String> problems() {
        BadRules bad =
                catchThrowableOfType(BadRules.class, () -> RuleBook.open(folder).close());
        assertThat(bad).as("the folder was accepted").isNotNull();
        String prefix = folder.toString().replace('\\', '/');
        return bad.problems().stream()
                .map(problem -> problem.toString().replace(prefix + "/", "").replace(prefix, ""))
                .toList();
    }
}
