package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.TinyRules;

/** What {@code advisor test --suggest} makes of tiny rules and the cases that somebody wrote for them. */
class SuggestTest {

    private static final String CALL = "new Recommend( \"CALL\", \"why\" )";
    private static final String LATE = "[{ orderedOn: 2026-04-01, promisedOn: 2026-05-01, deliveredOn: 2026-05-08 }]";
    private static final String POLICY = """
            limits:
              - { atMost: 2, days: 7 }
            whenContactsUnknown: allow
            suppression:
              - { after: rejected, times: 1, withinDays: 1, pauseDays: 9, pauses: action }
            profiled: [visits, segment]
            jurisdictions:
              default:
                objection: the law
                marketing:
                  email: { needs: consent, reference: a }
                  phone: { needs: consent, reference: a }
                  sms: { needs: consent, reference: a }
                  app: { needs: consent, reference: a }
                  post: { needs: consent, reference: a }
                profiling: { needs: consent, reference: a }
                saveOffers: { atMost: 1, reference: a }
            """;
    private static final String ONE = """
            cases:
              - name: somebody with ten wishes is called
                given:
                  id: anna
                  asOf: 2026-06-01
                  relationship: { wishListItems: 10 }
                expect:
                  recommend:
                    CALL: [fleet]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_side_that_no_case_shows_is_suggested_and_with_it_all_is_covered() throws IOException {
        rules("Customer( relationship.wishListItems > 9 )");
        cases("trust.yaml", ONE);
        assertThat(told("--coverage")).contains("sides of conditions 1 of 2");
        assertThat(told("--suggest", "trust.drl"))
                .contains(
                        "\"relationship.wishListItems > 9\" does not hold", "# sides: 1, 0 shown by cases, 1 by those");
        keep();
        assertThat(told("--coverage")).contains("0 failed", "sides of conditions 2 of 2 (100 %)");
    }

    @Test
    void values_below_at_and_above_a_threshold_are_suggested_unless_they_are_there() throws IOException {
        rules("Customer( relationship.wishListItems >= 10 )");
        cases("trust.yaml", ONE);
        String told = told("--suggest", "trust.drl");
        assertThat(told.substring(told.indexOf("# " + fixtures()))).isEqualTo("""
                # %1$s/trust.yaml

                  # %2$s/trust.drl:4:15 fleet: "relationship.wishListItems >= 10" does not hold
                  # %2$s/trust.drl:4:45 fleet: just below the threshold of "relationship.wishListItems >= 10"
                  # made of "somebody with ten wishes is called": relationship.wishListItems was 10
                  - name: "NAME IT: relationship.wishListItems 9: \\"relationship.wishListItems >= 10\\" does not hold"
                    given:
                      id: anna
                      asOf: 2026-06-01
                      relationship: { wishListItems: 9 }
                    expect: {}
                    nearMiss: [fleet]

                  # %2$s/trust.drl:4:45 fleet: just above the threshold of "relationship.wishListItems >= 10"
                  # made of "somebody with ten wishes is called": relationship.wishListItems was 10
                  - name: "NAME IT: relationship.wishListItems 11: just above the threshold of \\"relationship.wishListItems >= 10\\""
                    given:
                      id: anna
                      asOf: 2026-06-01
                      relationship: { wishListItems: 11 }
                    expect:
                      recommend:
                        CALL: [fleet]
                      says:
                        fleet: why

                # sides: 1, 0 shown by cases, 1 by those suggested here, nothing found for 0
                # values at thresholds and beside them: 3, 1 shown by cases, 2 by those suggested here, nothing found for 0
                # 2 cases suggested
                """.formatted(
                        fixtures(), folder.resolve("rules").toString().replace('\\', '/')));
        keep();
        assertThat(told("--suggest", "trust.drl")).contains("# 0 cases suggested");
    }

    @Test
    void a_number_in_a_question_is_met_from_both_sides() throws IOException {
        rules("Customer( orders.late(3).any )");
        cases("trust.yaml", """
                cases:
                  - name: a week late is answered
                    given:
                      id: anna
                      asOf: 2026-06-01
                      orders: %s
                    expect: { recommend: { CALL: [fleet] } }
                """.formatted(LATE));
        assertThat(told("--suggest"))
                .contains("\"orders.late(3).any\" would be answered otherwise with 2", "deliveredOn: 2026-05-03 }")
                .contains("\"orders.late(3).any\" would be answered otherwise with 4", "deliveredOn: 2026-05-04 }");
        keep();
        assertThat(told("--suggest", "trust.drl")).contains("0 failed", "# 0 cases suggested");
    }

    @Test
    void what_shows_several_things_is_written_once_and_each_case_has_a_name_of_its_own() throws IOException {
        new TinyRules(folder.resolve("rules"))
                .filler()
                .trust(rule("fleet", "Customer( orders.known, relationship.wishListItems > 9 )", CALL)
                        + rule("told", "Customer( surveys.known, relationship.wishListItems > 9 )", CALL));
        String known = ONE.replace("{ wishListItems: 10 }", "{ wishListItems: 10 }\n      orders: []");
        String other = known.substring(known.indexOf("  - name"))
                .replace("ten wishes", "ten wishes and a say")
                .replace("orders", "surveys")
                .replace("[fleet]", "[told]");
        cases("trust.yaml", known + other);
        assertThat(told("--suggest", "trust.drl"))
                .contains(
                        "fleet: at the threshold of", "told: at the threshold of", "\\\" (2)\"", "# 4 cases suggested");
        keep();
        assertThat(told("--suggest", "trust.drl")).contains("0 failed", "# 0 cases suggested");
    }

    @Test
    void what_nothing_can_have_is_not_looked_for_and_what_was_not_found_is_told() throws IOException {
        rules("Customer( orders.count > 0, orders.count < 0 )");
        cases(
                "trust.yaml",
                ONE.replace("recommend:\n        CALL: [fleet]", "{}").replace("expect:\n      {}", "expect: {}"));
        assertThat(told("--suggest", "trust.drl"))
                .contains("nothing found: ", "fleet: \"orders.count < 0\" holds")
                .doesNotContain("just below the threshold");
    }

    @Test
    void a_score_is_brought_as_near_to_its_threshold_as_one_change_can() throws IOException {
        new TinyRules(folder.resolve("rules"))
                .assessment(rule(
                                "wishes",
                                "Customer( relationship.wishListItems > 9 )",
                                "new Evidence( Dimension.TRUST, -15, \"why\" )")
                        + rule(
                                "late",
                                "Customer( orders.late(3).any )",
                                "new Evidence( Dimension.TRUST, -5, \"why\" )"))
                .trust(rule("fleet", "Trust( value < 50 )", CALL));
        cases("trust.yaml", ONE.replace("{ wishListItems: 10 }", "{ wishListItems: 10 }\n      orders: " + LATE));
        cases("assessment.yaml", """
                cases:
                  - name: nothing is known
                    given: { id: anna, asOf: 2026-06-01 }
                    expect: {}
                """);
        String told = told("--suggest", "trust.drl");
        assertThat(told)
                .contains("just above the threshold of \"value < 50\"", "just below the threshold of \"value < 50\"");
        keep();
        assertThat(told("--suggest", "trust.drl")).contains("0 failed", "# 0 cases suggested");
    }

    @Test
    void sides_of_what_comes_after_the_rules_are_suggested_for_whole_customers() throws IOException {
        rules("Customer( relationship.wishListItems > 9 )");
        new TinyRules(folder.resolve("rules")).file("contact-policy.yaml", POLICY);
        cases("whole-customers.yaml", """
                cases:
                  - name: nothing is known
                    given: { id: anna, asOf: 2026-06-01 }
                    expect: { fallback: LEAVE_ALONE }
                """);
        assertThat(told("--suggest", "actions.yaml")).contains("the way out: COMPLETE_CANCELLATION: said", "wayOut: ");
        keep();
        assertThat(told("--suggest", "actions.yaml")).contains("0 failed", "# 0 cases suggested");
    }

    @Test
    void a_folder_of_suggestions_is_green_by_itself_and_the_same_each_time() throws IOException {
        rules("Customer( relationship.wishListItems > 9, orders.late(3).count >= 2 || surveys.any )");
        cases(
                "trust.yaml",
                ONE.replace("recommend:\n        CALL: [fleet]", "{}").replace("expect:\n      {}", "expect: {}"));
        Path first = folder.resolve("first");
        assertThat(told("--suggest", "--into", first.toString())).contains("they are in " + first);
        told("--suggest", "--into", folder.resolve("second").toString());
        String text = Files.readString(first.resolve("trust.yaml"));
        assertThat(Files.readString(folder.resolve("second/trust.yaml"))).isEqualTo(text);
        assertThat(Json.yaml().readTree(text).path("cases").size()).isGreaterThan(2);
        assertThat(told(first, "--filter", "NAME IT")).contains(" 0 failed");
    }

    @Test
    void nothing_that_somebody_wrote_is_written_over_and_no_suggestion_becomes_a_case_by_itself() throws IOException {
        rules("Customer( relationship.wishListItems > 9 )");
        cases("trust.yaml", ONE);
        refused(
                "is no empty folder",
                "--suggest",
                "--into",
                folder.resolve("rules").toString());
        refused("to be looked at first", "--suggest", "--into", fixtures() + "/new");
        refused("write both", "--into", folder.resolve("new").toString());
        refused("there is no rule file trst.drl - did you mean", "--suggest", "trst.drl");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private void refused(String why, String... more) {
        assertThat(test(folder.resolve("fixtures"), more)).isEqualTo(2);
        assertThat(err.toString()).contains(why);
    }

    private void rules(String when) {
        new TinyRules(folder.resolve("rules")).filler().trust(rule("fleet", when, CALL));
    }

    private void cases(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve("fixtures"));
        Files.writeString(folder.resolve("fixtures").resolve(file), text);
    }

    /** Moves all that is suggested to the fixtures, as somebody does who likes it. */
    private void keep() throws IOException {
        Path into = folder.resolve("kept");
        told("--suggest", "--into", into.toString());
        for (String file : List.of("trust.yaml", "whole-customers.yaml")) {
            if (Files.exists(into.resolve(file))) {
                String suggested = Files.readString(into.resolve(file));
                Path own = folder.resolve("fixtures").resolve(file);
                Files.writeString(own, Files.readString(own) + suggested.substring(suggested.indexOf("cases:\n") + 7));
            }
        }
    }

    private String fixtures() {
        return folder.resolve("fixtures").toString().replace('\\', '/');
    }

    private String told(String... more) {
        return told(folder.resolve("fixtures"), more);
    }

    private String told(Path fixtures, String... more) {
        out.getBuffer().setLength(0);
        test(fixtures, more);
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }

    private int test(Path fixtures, String... more) {
        var all = new ArrayList<>(List.of(
                "test",
                "--rules",
                folder.resolve("rules").toString(),
                "--state",
                folder.resolve("state").toString(),
                "--fixtures",
                fixtures.toString()));
        all.addAll(List.of(more));
        return Advisor.execute(
                Advisor.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)),
                all.toArray(String[]::new));
    }
}
