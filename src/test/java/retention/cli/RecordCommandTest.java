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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.TinyRules;

/** Cases that are written by the program: recorded, and rewritten after a change that was meant. */
class RecordCommandTest {

    private static final String CUSTOMER = """
            {"id":"Anna 4711","jurisdiction":"nowhere","orders":[{"product":"tea, green","orderedOn":"2026-05-01","promisedOn":"2026-05-02","deliveredOn":"2026-05-09"}],"language":"en","asOf":"2026-06-01"}""";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fill() throws IOException {
        new TinyRules(folder.resolve("rules"))
                .assessment(rule(
                        "late", "Customer( orders.late(3).any )", "new Evidence( Dimension.TRUST, -30, \"late\" )"))
                .trust(rule(
                        "tea: an order, late",
                        "Order( daysLate >= 3, product contains \"tea\", $p : product, $d : daysLate )",
                        "new Recommend( \"CALL\", \"{p}: {d} days\" )"));
        Files.createDirectories(folder.resolve("fixtures"));
        Files.writeString(folder.resolve("customer.json"), CUSTOMER);
    }

    @Test
    void a_customer_becomes_a_case_of_the_whole_advice_without_what_is_theirs() {
        assertThat(record()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "  - name: recorded, to be named by whoever reviews it",
                        "    given:",
                        "      id: recorded",
                        "      asOf: 2026-06-01",
                        "      orders:",
                        "        - { product: \"tea, green\", orderedOn: 2026-05-01, promisedOn: 2026-05-02, deliveredOn: 2026-05-09 }",
                        "    expect:",
                        "      actions: [CALL]",
                        "      channels: { CALL: PHONE }",
                        "      levels: { satisfaction: MEDIUM, switchingCost: MEDIUM, trust: LOW }");
    }

    @Test
    void what_is_recorded_passes_at_once_and_is_never_written_over() throws IOException {
        Path trust = folder.resolve("fixtures/trust.yaml");
        Path whole = folder.resolve("fixtures/whole-customers.yaml");
        assertThat(record("--into", trust.toString(), "--name", "tea: late")).isZero();
        assertThat(record("--into", whole.toString(), "--name", "somebody")).isZero();
        assertThat(record("--into", whole.toString(), "--name", "somebody else"))
                .isZero();
        String before = Files.readString(whole);
        assertThat(record("--into", whole.toString(), "--name", "somebody")).isEqualTo(1);
        assertThat(err.toString()).contains("there is a case \"somebody\" already: name the new one");
        assertThat(whole).hasContent(before);
        assertThat(err.toString()).contains("a free text was kept, for the result rests on it: orders.0.product");
        assertThat(Files.readString(trust)).contains("says:", "\"tea, green: 7 days\"");
        run("test");
        assertThat(out.toString()).contains("3 passed, 0 failed");
    }

    @Test
    void a_case_is_appended_as_deep_as_the_others_stand() throws IOException {
        Path whole = folder.resolve("fixtures/whole-customers.yaml");
        Files.writeString(
                whole,
                "cases:\n- name: nobody\n  given: { id: a, asOf: 2026-06-01 }\n  expect: { actions: [], fallback: LEAVE_ALONE }");
        assertThat(record("--into", whole.toString(), "--name", "somebody")).isZero();
        assertThat(Files.readString(whole)).contains("LEAVE_ALONE }\n\n- name: somebody\n  given:\n    id: recorded\n");
        run("test");
        assertThat(out.toString()).contains("2 passed, 0 failed");
    }

    @Test
    void wrong_places_are_refused() {
        assertThat(record("--into", folder.resolve("trust.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--into must be a .yaml file inside");
        assertThat(record("--rule-file", "trst.drl")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no rule file trst.drl with rules");
        assertThat(record(
                        "--rule-file",
                        "assessment.drl",
                        "--into",
                        folder.resolve("fixtures/trust.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("are about trust.drl, not about assessment.drl");
    }

    @Test
    void an_update_changes_what_differs_and_no_other_line() throws IOException {
        Path file = folder.resolve("fixtures/assessment.yaml");
        String text = """
                # above
                cases:

                  - name: late   # not quite
                    given: { id: a, asOf: 2026-06-01, orders: [{ promisedOn: 2026-05-01, deliveredOn: 2026-05-04 }] }
                    expect:
                      # why
                      trust: { late:   -30 }  # half of it
                      says:
                        late: was late

                  # between
                  - name: not late
                    given: { id: a, asOf: 2026-06-01, orders: [] }
                    expect: { trust: { late: -30 } }
                    nearMiss: [late]   # behind
                """.replace("late   # not quite", "late").replace("   # behind", "");
        Files.writeString(file, text);
        assertThat(run("test", "--update")).isEqualTo(2);
        assertThat(out.toString())
                .contains(
                        "-         late: was late\n+       says:\n+         late: late\n",
                        "-     expect: { trust: { late: -30 } }\n+     expect: {}\n");
        assertThat(err.toString())
                .contains("Rewrite 1 files as shown? Nobody can be asked here: --yes says so beforehand");
        assertThat(file).hasContent(text);
        run("test", "--update", "--yes");
        assertThat(out.toString()).contains("2 passed, 0 failed");
        assertThat(file)
                .hasContent(text.replace("late: was late", "late: late")
                        .replace("expect: { trust: { late: -30 } }", "expect: {}"));
    }

    @Test
    void an_update_says_what_it_cannot_decide() throws IOException {
        Files.writeString(folder.resolve("fixtures/assessment.yaml"), """
                cases:
                  - name: late
                    given: { id: a, asOf: 2026-06-01, orders: [{ promisedOn: 2026-05-01, deliveredOn: 2026-05-04 }] }
                    expect: { trust: { late: -30 } }
                    nearMiss: [late]
                  - { name: again, given: { id: a, asOf: 2026-06-01 }, expect: { trust: { late: 5 } } }
                """);
        assertThat(run("test", "--update", "--yes")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        ": late: what is wrong is not among what can be rewritten: look at tells, tellsNot and nearMiss",
                        ": again: it stands on one line with other parts of the case: change it by hand");
    }

    private int record(String... more) {
        var all = new ArrayList<>(List.of(more));
        all.add(0, folder.resolve("customer.json").toString());
        return run("record", all.toArray(String[]::new));
    }

    private int run(String verb, String... more) {
        var all = new ArrayList<>(List.of(
                verb,
                "--rules",
                folder.resolve("rules").toString(),
                "--fixtures",
                folder.resolve("fixtures").toString(),
                "--state",
                folder.resolve("state").toString()));
        all.addAll(List.of(more));
        return Advisor.execute(
                Advisor.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)),
                all.toArray(String[]::new));
    }
}
