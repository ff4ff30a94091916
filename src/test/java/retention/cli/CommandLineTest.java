package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import retention.json.Json;
import retention.rules.TinyRules;
import tools.jackson.databind.JsonNode;

class CommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void rules() {
        new TinyRules(folder.resolve("rules"))
                .filler()
                .trust("declare Fleet vehicles : int end\n"
                        + rule("fleet", "Fleet( vehicles > 9 )", "new Recommend( \"CALL\", \"x\" )"));
    }

    @Test
    void output_that_is_lost_is_no_success() {
        var full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        var told = new StringWriter();
        assertThat(Advisor.execute(Advisor.line().setOut(full).setErr(new PrintWriter(told, true)), "schema"))
                .isEqualTo(1);
        assertThat(told).hasToString("not all of the output could be written" + System.lineSeparator());
    }

    @Test
    void help_lists_every_verb_and_the_exit_codes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "serve",
                        "advise",
                        "replay",
                        "audit",
                        "check",
                        "test",
                        "record",
                        "rules",
                        "keys",
                        "playbook",
                        "schema",
                        "import",
                        "backtest",
                        "Exit codes:",
                        "wrong use");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "advise",
                "explain",
                "replay",
                "audit",
                "check",
                "build",
                "test",
                "record",
                "rules",
                "keys",
                "playbook",
                "schema",
                "import",
                "backtest"
            })
    void each_verb_explains_itself_and_every_option(String verb) {
        assertThat(run(verb, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: advisor " + verb).contains("Exit codes:");
        CommandLine command =
                Objects.requireNonNull(Advisor.line().getSubcommands().get(verb));
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(command.getCommandSpec().args())
                .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
    }

    @Test
    void wrong_use_is_exit_code_2_and_says_what_was_wrong() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("advize")).isEqualTo(2);
        assertThat(run("advise")).isEqualTo(2);
        assertThat(run("serve", "--port", "99999")).isEqualTo(2);
        assertThat(run("advise", "--threads", "0", "-")).isEqualTo(2);
        assertThat(run("import", "--sql", "q.sql")).isEqualTo(2);
        assertThat(run(
                        "advise",
                        "--rules",
                        rulesFolder(),
                        folder.resolve("none.ndjson").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "say what to do", "advize", "FILE", "--port must be", "--threads must be", "there is no file");
    }

    @Test
    void a_good_folder_is_exit_code_0() {
        assertThat(run("check", "--rules", rulesFolder())).isZero();
        assertThat(out.toString()).contains("2 rules, 7 actions, no problems; revision ");
    }

    @Test
    void check_says_what_may_be_a_slip_and_stops_nothing() {
        new TinyRules(folder.resolve("rules"))
                .file("playbook.yaml", TinyRules.PLAYBOOK)
                .file(
                        "actions.yaml",
                        TinyRules.ACTIONS
                                .replace(
                                        "group: price, text: { en: Less.",
                                        "group: prize, tags: [seling], text: { en: Less.")
                                .replace(
                                        "group: price, text: { en: Yours.",
                                        "group: price, tags: [cheer], text: { en: Yours."))
                .trust("// T1. Why.\n" + rule("a", "Customer()", "new Recommend( \"CALL\", \"x\" )") + "// T1. Why.\n"
                        + rule("b", "Customer()", "new Withhold( \"cheer\", \"x\" )"));
        assertThat(run("check", "--rules", rulesFolder())).isZero();
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "rules by strategy: assessment 1, trust 2",
                        "without a rule: T2, T3 (" + rulesFolder() + "/playbook.yaml)",
                        "without a play: " + rulesFolder() + "/assessment.drl:2: assess",
                        "never recommended: DISCOUNT, FIX_SITE, GIFT, NEWS",
                        "no rule withholds the tag \"seling\": DISCOUNT",
                        "alone in the group \"price\": GIFT",
                        "alone in the group \"prize\": DISCOUNT");
    }

    @Test
    void check_names_the_rules_that_none_of_the_given_cases_tries() throws IOException {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        Files.writeString(cases.resolve("trust.yaml"), """
                cases:
                  - name: a fleet
                    given: { id: anna, asOf: 2026-06-01, extensions: { Fleet: [{ vehicles: 12 }] } }
                    expect: { recommend: { CALL: [fleet] } }
                """);
        assertThat(run("check", "--rules", rulesFolder(), "--fixtures", cases.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("WARN016: no case makes the rule \"assess\" speak")
                .doesNotContain("\"fleet\"");
    }

    @Test
    void check_says_that_there_is_no_playbook() {
        assertThat(run("check", "--rules", rulesFolder())).isZero();
        assertThat(out.toString())
                .contains("no " + rulesFolder() + "/playbook.yaml: nothing says which plays there should be");
    }

    @Test
    void the_playbook_is_printed_or_written_with_links_that_lead_to_the_rules() throws Exception {
        Path page = Files.createDirectories(folder.resolve("docs/pages")).resolve("page.md");
        assertThat(run("playbook", "--rules", rulesFolder(), "--output", page.toString()))
                .isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(page)).contains("[fleet](../../rules/trust.drl#L3)", "(CALL)");
        assertThat(run("playbook", "--rules", rulesFolder())).isZero();
        assertThat(out.toString()).startsWith("# Playbook\n").contains("rules/trust.drl#L3)", "(CALL)");
        assertThat(run("playbook", "--rules", rulesFolder(), "-o", "no/such/folder/page.md"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no file no/such/folder/page.md");
    }

    @Test
    void a_bad_folder_is_exit_code_1_with_every_problem() {
        new TinyRules(folder.resolve("rules"))
                .trust(rule("a", "Customer( tenureMonth > 3 )", "new Recommend( \"CAL\", \"x\" )"));
        assertThat(run("check", "--rules", rulesFolder())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        rulesFolder()
                                + "/trust.drl:4:15: error RULE012: Customer has no field \"tenureMonth\" - did you mean \"tenureMonths\"?",
                        "    Customer( tenureMonth > 3 )",
                        "              ^",
                        rulesFolder()
                                + "/trust.drl:6:29: error RULE041: the catalogue has no action \"CAL\" - did you mean \"CALL\"?",
                        "    insert( new Recommend( \"CAL\", \"x\" ) );",
                        "                            ^");
    }

    @Test
    void check_tells_programs_the_same_in_one_object() {
        assertThat(run("check", "--format", "json", "--rules", rulesFolder())).isZero();
        JsonNode fine = Json.mapper().readTree(out.toString());
        assertThat(fine.path("revision").asString()).matches("[0-9a-f]{64}");
        assertThat(fine.path("problems").isEmpty()).isTrue();
        new TinyRules(folder.resolve("rules")).trust(rule("a", "Customer()", "new Recommend( \"CAL\", \"x\" )"));
        out.getBuffer().setLength(0);
        assertThat(run("check", "--format", "json", "--rules", rulesFolder())).isEqualTo(1);
        assertThat(err).hasToString("");
        JsonNode bad = Json.mapper().readTree(out.toString());
        assertThat(bad.get("revision").isNull()).isTrue();
        assertThat(bad.get("problems")).singleElement().hasToString("""
                {"file":"FOLDER/trust.drl","line":6,"column":29,"severity":"error","code":"RULE041",\
                "message":"the catalogue has no action \\"CAL\\" - did you mean \\"CALL\\"?",\
                "source":"    insert( new Recommend( \\"CAL\\", \\"x\\" ) );"}""".replace("FOLDER", rulesFolder()));
    }

    @Test
    void failing_fixtures_are_exit_code_1_and_green_ones_0() throws Exception {
        Path fixtures = Files.createDirectory(folder.resolve("fixtures"));
        Files.writeString(fixtures.resolve("trust.yaml"), """
                cases:
                  - name: a fleet is called
                    given: { id: a, asOf: 2026-06-01, extensions: { Fleet: [{ vehicles: 10 }] } }
                    expect: { recommend: { CALL: [fleet] } }
                  - name: a small one is not
                    given: { id: a, asOf: 2026-06-01, extensions: { Fleet: [{ vehicles: 9 }] } }
                    expect: {}
                    nearMiss: [fleet]
                """);
        assertThat(run("test", "--rules", rulesFolder(), "--fixtures", fixtures.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("UNTRIED no case makes it speak: assess", "2 passed, 0 failed, 1 rules untried");
        Files.writeString(fixtures.resolve("assessment.yaml"), """
                cases:
                  - name: everybody is seen
                    given: { id: a, asOf: 2026-06-01 }
                    expect: { signals: { seen: [assess] } }
                """);
        assertThat(run("test", "--rules", rulesFolder(), "--fixtures", fixtures.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("NO NEAR MISS: assess", "3 passed, 0 failed, 0 rules untried, 1 without");
    }

    @Test
    void changes_that_no_case_notices_are_shown_and_can_fail_the_run() throws Exception {
        Path fixtures = Files.createDirectory(folder.resolve("fixtures"));
        Files.writeString(fixtures.resolve("trust.yaml"), """
                cases:
                  - name: a fleet is called
                    given: { id: a, asOf: 2026-06-01, extensions: { Fleet: [{ vehicles: 10 }] } }
                    expect: { recommend: { CALL: [fleet] } }
                """);
        Path json = folder.resolve("changes.json");
        String[] words = {"test", "--rules", rulesFolder(), "--fixtures", fixtures.toString(), "--mutate", "trust.drl"};
        assertThat(run(with(words, "--threads", "1", "--mutation", "100", "--mutation-json", json.toString())))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "SURVIVED ",
                        "     + Fleet( vehicles >= 9 )",
                        "a case that would notice it:",
                        "changes noticed,");
        JsonNode record = Json.mapper().readTree(Files.readString(json));
        assertThat(record.at("/all/survived").asInt()).isPositive();
        assertThat(record.at("/changes/0/mutant/file").asString()).endsWith("trust.drl");
        assertThat(run("test", "--rules", rulesFolder(), "--fixtures", fixtures.toString(), "--mutate", "trsut.drl"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no rule file trsut.drl");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void the_schema_holds_what_the_rule_folder_declares() {
        assertThat(run("schema", "--rules", rulesFolder())).isZero();
        var schema = Json.mapper().readTree(out.toString());
        assertThat(schema.at("/properties/extensions/properties/Fleet/items/properties/vehicles/type")
                        .asString())
                .isEqualTo("integer");
    }

    private int run(String... args) {
        return Advisor.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String rulesFolder() {
        return folder.resolve("rules").toString();
    }
}
