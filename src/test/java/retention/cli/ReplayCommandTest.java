package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.advice.Advice;
import retention.json.Json;
import retention.reload.LiveRules;
import retention.reload.Revisions;
import retention.reload.Watching;
import retention.rules.Opening;
import retention.rules.TinyRules;
import tools.jackson.databind.JsonNode;

/** Decisions that are made again, from the command line. */
class ReplayCommandTest {

    private static final String LATE =
            "{'id':'anna','orders':[{'promisedOn':'2026-05-01','deliveredOn':'2026-05-06'}]}";
    private static final String NOTHING =
            rule("unlike", "Customer( tenureMonths > 3 )", "new Recommend( \"FIX_SITE\", \"x\" )");

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TinyRules rules;

    @BeforeEach
    void folders() {
        rules = new TinyRules(temp.resolve("rules")).assessment(points(-10)).trust(late("call", 3, "CALL") + NOTHING);
        write("facts.json", LATE);
    }

    @Test
    void the_same_rules_and_facts_give_the_same_bytes() {
        write("advice.json", text(advise()) + "\n");
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("of 2026-06-01 for the customer anna, revision")
                .contains("The facts are those of the receipt.\nSAME: ")
                .contains("the same advice comes out, byte for byte.");
    }

    @Test
    void a_receipt_alone_is_enough_in_whatever_layout() {
        write("advice.json", Json.pretty(advise().receipt()));
        assertThat(replay()).isZero();
        assertThat(out.toString()).contains("the same receipt comes out, in another layout.");
    }

    @Test
    void an_explanation_that_came_with_the_advice_does_not_matter() {
        String advice = text(advise());
        write("advice.json", advice.substring(0, advice.length() - 1) + ",\"explanation\":{\"why\":[]}}");
        assertThat(replay()).isZero();
        assertThat(out.toString()).contains("the same advice comes out, in another layout.");
    }

    @Test
    void an_advice_that_somebody_changed_is_not_the_same_and_the_first_difference_is_told() {
        write("advice.json", text(advise()).replace("\"cost\":5.0", "\"cost\":6.0"));
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString()).contains("NOT THE SAME: ", "\n  actions[0].cost: then 6.0, now 5.0");
    }

    @Test
    void a_receipt_that_somebody_changed_is_told() {
        write("advice.json", text(advise()).replace("2026-06-01\",\"fired", "2026-06-02\",\"fired"));
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString()).contains("Note: the receipt was changed after it was written");
    }

    @Test
    void other_facts_are_told_and_nothing_is_decided() {
        write("advice.json", text(advise()));
        write("facts.json", LATE.replace("05-06", "05-07"));
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString())
                .contains("NO: these are not the facts of the receipt")
                .doesNotContain("SAME");
        write("facts.json", LATE.replace("anna", "bert"));
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString()).contains("the advice is for the customer anna, the facts are of bert");
    }

    @Test
    void the_same_facts_of_another_day_are_told() {
        write("advice.json", text(advise()));
        write("facts.json", LATE.replace("'id'", "'asOf':'2026-06-02','id'"));
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString())
                .contains("they name the day 2026-06-02 and the receipt 2026-06-01", "not the facts of that day");
    }

    @Test
    void of_several_customers_the_one_that_fits_is_taken() {
        write("advice.json", text(advise()));
        write("facts.json", "{'id':'bert'}\n{'id':\n\n" + LATE + "\n{'id':'cleo'}\n");
        assertThat(replay()).isZero();
        assertThat(out.toString()).contains("for the customer anna");
        write("facts.json", """
                {'id':'bert'}
                {'id':
                {'id':'cleo'}
                """);
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString()).contains("none of 2 customers in the file fits; 1 lines could not be read");
    }

    @Test
    void with_other_rules_the_one_that_did_it_is_named_and_those_that_did_not_are_not() {
        keep();
        write("advice.json", text(advise()));
        rules.trust("// moved down\n" + NOTHING.replace("> 3", "> 4") + late("call", 6, "CALL"));
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("the same advice comes out, byte for byte.")
                .contains("  advised then: CALL\n")
                .contains("  advised now:  nothing, the customer is left in peace\n")
                .contains("  CALL: then advised, now no rule recommends it\n")
                .contains("one of 2 changes:\n  rule \"call\" (" + temp + "/rules/trust.drl:9) - changed\n")
                .contains("    - Customer( $days : orders.worstDaysLate, $days >= 3 )\n")
                .contains("    + Customer( $days : orders.worstDaysLate, $days >= 6 )\n")
                .doesNotContain("rule \"unlike\"");
    }

    @Test
    void a_setting_that_did_it_is_named_with_its_line() {
        keep();
        write("advice.json", text(advise()));
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("Call, kind: service", "Call, kind: marketing"))
                .file("scores.yaml", TinyRules.SCORES.replace("weight: 2", "weight: 1"));
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("CALL: then advised, now blocked by G1")
                .contains("one of 2 changes:\n  settings (" + temp
                        + "/rules/actions.yaml:7) - changed\n    - CALL: { title: Call, kind: service,")
                .doesNotContain("scores.yaml");
    }

    @Test
    void rules_that_are_gone_new_or_moved_are_told_as_that() {
        keep();
        write("advice.json", text(advise()));
        rules.trust(NOTHING);
        assertThat(replay()).isZero();
        assertThat(out.toString()).contains("the only change there is:", "rule \"call\" (", ") - gone\n");
        rules.trust(
                late("call", 3, "CALL") + NOTHING + rule("no call", "Customer()", "new Withhold( \"CALL\", \"x\" )"));
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("now withheld by \"no call\"", "rule \"no call\" (" + temp + "/rules/trust.drl:14) - new\n");
        rules.trust(NOTHING).file("other.drl", "package advisor\n" + late("call", 3, "CALL"));
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("the outcome is the same. The first other difference:\n"
                        + "  actions[0].strategy: then \"trust\", now \"other\"")
                .contains("rule \"call\" (" + temp + "/rules/other.drl:2) - changed");
    }

    @Test
    void what_only_several_changes_do_is_told_together_with_what_each_does_alone() {
        rules.trust(rule("call", "Trust( high )", "new Recommend( \"CALL\", \"x\" )") + NOTHING);
        keep();
        write("advice.json", text(advise()));
        rules.assessment(points(-30))
                .trust(rule("call", "Trust( low )", "new Recommend( \"CALL\", \"x\" )") + NOTHING.replace("> 3", "> 4"))
                .file("scores.yaml", TinyRules.SCORES.replace("weight: 2", "weight: 1"));
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("CALL: then no rule recommends it, now advised")
                .contains("these of 4 changes together:\n  rule \"call\"")
                .contains("\n  rule \"points\"", "    alone: the outcome stays\n")
                .doesNotContain("settings (", "rule \"unlike\"");
    }

    @Test
    void each_of_two_changes_that_do_it_alone_is_told() {
        keep();
        write("advice.json", text(advise()));
        rules.trust(late("call", 3, "CALL")
                + NOTHING
                + late("news", 3, "FIX_SITE")
                + rule("more", "Customer()", "new Recommend( \"FIX_SITE\", \"x\" )"));
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("FIX_SITE: then no rule recommends it, now advised")
                .contains("each of these alone, of 2 changes:\n  rule \"more\"", "\n  rule \"news\"");
    }

    @Test
    void a_rule_that_needs_a_new_fact_or_a_new_action_is_told_together_with_it() {
        keep();
        write("advice.json", text(advise()));
        rules.trust(late("call", 3, "CALL") + NOTHING + late("gift", 3, "PARTY"))
                .file(
                        "actions.yaml",
                        TinyRules.ACTIONS
                                + TinyRules.ACTIONS
                                        .lines()
                                        .skip(6)
                                        .limit(1)
                                        .toList()
                                        .get(0)
                                        .replace("CALL", "PARTY") + "\n");
        assertThat(replay()).isZero();
        assertThat(out.toString())
                .contains("PARTY: then no rule recommends it, now advised")
                .contains("these of 2 changes together:\n  rule \"gift\"", "    alone: these rules do not load\n")
                .contains("settings (" + temp + "/rules/actions.yaml:");
    }

    @Test
    void without_the_old_rules_it_is_told_from_what_spoke() {
        write("advice.json", text(advise()));
        rules.trust(late("call", 6, "CALL") + NOTHING + late("fix", 3, "FIX_SITE"));
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString())
                .contains("The rules of its revision are not at hand")
                .contains("settings may have changed, too")
                .contains(
                        "  rule \"call\" (" + temp + "/rules/trust.drl:2) spoke, and is silent now; it is about CALL\n")
                .contains("  rule \"fix\" (" + temp
                        + "/rules/trust.drl:14) speaks now, and did not; it is about FIX_SITE");
        rules.trust(NOTHING);
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString()).contains("  rule \"call\" spoke, and does not exist any more");
    }

    @Test
    void an_older_folder_may_be_given() throws IOException {
        write("advice.json", text(advise()));
        Files.move(temp.resolve("rules"), temp.resolve("older"));
        new TinyRules(temp.resolve("rules")).assessment(points(-10)).trust(late("call", 6, "CALL") + NOTHING);
        assertThat(replay("--then", temp.resolve("older").toString())).isZero();
        assertThat(out.toString()).contains("(" + temp + "/older) the same advice", "the only change there is:");
        assertThat(replay("--then", temp.resolve("rules").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("rules does not hold the receipt's revision");
    }

    @Test
    void kept_rules_that_are_damaged_are_not_used() throws IOException {
        keep();
        write("advice.json", text(advise()));
        Path kept = temp.resolve("state/revisions")
                .resolve(advise().receipt().revision())
                .resolve("rules/trust.drl");
        Files.writeString(kept, "// mine\n" + Files.readString(kept));
        rules.trust(NOTHING);
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString())
                .contains("Note: the kept rules of the receipt's revision are damaged", "not at hand");
    }

    @Test
    void rules_of_today_that_are_broken_do_not_stop_the_old_ones() {
        keep();
        write("advice.json", text(advise()));
        rules.trust("half a ru");
        assertThat(replay()).isZero();
        assertThat(out.toString()).contains("SAME: ", "Note: the rules of today cannot be used: ");
    }

    @Test
    void another_version_of_the_advisor_is_told() {
        write(
                "advice.json",
                text(advise()).replaceFirst("\"engineVersion\":\"[^\"]*\"", "\"engineVersion\":\"0.0.9\""));
        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString())
                .contains("Note: the receipt was written by version 0.0.9 of the advisor")
                .contains("receipt.engineVersion: then \"0.0.9\"");
    }

    @Test
    void programs_are_told_the_same_in_one_object() {
        keep();
        write("advice.json", text(advise()));
        rules.trust(late("call", 6, "CALL") + NOTHING);
        assertThat(replay("--format", "json")).isZero();
        JsonNode json = Json.mapper().readTree(out.toString());
        assertThat(json.path("same").asBoolean()).isTrue();
        assertThat(json.path("facts").asString()).isEqualTo("SAME");
        assertThat(json.at("/again/bytes").asBoolean()).isTrue();
        assertThat(json.at("/today/sameOutcome").asBoolean()).isFalse();
        assertThat(json.at("/today/changes/vanished")).hasToString("[\"CALL\"]");
        assertThat(json.at("/today/causes/pieces/0/piece/name").asString()).isEqualTo("call");
        assertThat(json.at("/today/causes/pieces/0/piece/now/line").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_no_receipt_is_told_and_wrong_use_is_exit_code_2() {
        write("advice.json", "{\"revision\":\"x\"}");
        assertThat(replay()).isEqualTo(1);
        assertThat(err.toString()).contains("factsHash: is missing: neither a receipt nor an advice with its receipt");
        write("advice.json", text(advise()) + "\n" + text(advise()));
        assertThat(replay()).isEqualTo(1);
        assertThat(err.toString()).contains("several lines: put the one advice");
        write("advice.json", "no");
        assertThat(replay()).isEqualTo(1);
        assertThat(err.toString()).contains("it is no JSON");
        assertThat(run("replay", temp.resolve("advice.json").toString())).isEqualTo(2);
        assertThat(run("replay", temp.resolve("none").toString(), "x")).isEqualTo(2);
        assertThat(err.toString()).contains("FACTS", "there is no file");
    }

    private static String late(String name, int days, String action) {
        return rule(
                name,
                "Customer( $days : orders.worstDaysLate, $days >= " + days + " )",
                "new Recommend( \"" + action + "\", \"{days} days late\" )");
    }

    private static String points(int points) {
        return rule(
                "points",
                "Customer( orders.late(3).any )",
                "new Evidence( Dimension.TRUST, " + points + ", \"late\" )");
    }

    private Advice advise() {
        return rules.advise(LATE);
    }

    private static String text(Advice advice) {
        return new String(Json.write(advice), StandardCharsets.UTF_8);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(temp.resolve(name), name.equals("facts.json") ? text.replace('\'', '"') : text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What a server keeps when it starts. */
    private void keep() {
        var revisions = new Revisions(temp.resolve("state"), 20);
        Watching never = Watching.defaults().quietFor(Duration.ofHours(1));
        LiveRules.open(temp.resolve("rules"), never, revisions, Opening.standard(), InstantSource.system())
                .close();
    }

    private int replay(String... more) {
        var args = new ArrayList<>(List.of(
                "replay",
                temp.resolve("advice.json").toString(),
                temp.resolve("facts.json").toString(),
                "--rules",
                temp.resolve("rules").toString(),
                "--state",
                temp.resolve("state").toString()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return Advisor.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
