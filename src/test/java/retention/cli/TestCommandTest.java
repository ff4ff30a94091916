package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import retention.json.Json;
import retention.rules.TinyRules;
import tools.jackson.databind.JsonNode;

/** What a tester can ask of {@code advisor test}, and what is written for build servers. */
class TestCommandTest {

    private static final String CASES = """
            cases:
              - name: a fleet is called
                given: { id: anna, asOf: 2026-06-01, relationship: { wishListItems: 10 } }
                expect: { recommend: { CALL: [fleet] } }
              - name: nine are no fleet
                given: { id: anna, asOf: 2026-06-01, relationship: { wishListItems: 9 } }
                expect: {}
                nearMiss: [fleet]
              - name: "a bell \\a & a <tag>"
                given: { id: anna, asOf: 2026-06-01 }
                expect: { recommend: { GIFT: [fleet] } }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fill() throws IOException {
        new TinyRules(folder.resolve("rules"))
                .filler()
                .trust(rule("fleet", "Customer( relationship.wishListItems > 9 )", "new Recommend( \"CALL\", \"x\" )"));
        Files.createDirectories(folder.resolve("fixtures"));
        cases(CASES);
    }

    @Test
    void a_failure_is_told_with_its_place_and_how_to_try_it_again() {
        assertThat(test()).isEqualTo(1);
        assertThat(out.toString().lines())
                .startsWith(
                        "FAIL " + fixtures() + "/trust.yaml:9: a bell \uFFFD & a <tag>",
                        "     - recommend GIFT: [fleet]",
                        "     (- was expected and is missing, + came out and was not expected)",
                        "UNTRIED no case makes it speak: assess",
                        "NO NEAR MISS: assess",
                        "only the failures again: ./advisor test --filter 'a bell \uFFFD & a <tag>'");
        assertThat(out.toString()).doesNotContain("\u001B").contains("2 passed, 1 failed, 1 rules untried, 1 without");
    }

    @Test
    void colours_stand_around_lines_when_they_are_asked_for() {
        test("--color=always");
        assertThat(out.toString()).contains("\u001B[31m     - recommend GIFT: [fleet]\u001B[0m");
    }

    @Test
    void some_cases_can_be_tried_and_the_others_are_counted() {
        assertThat(test("--filter", "FLEET")).isZero();
        assertThat(out.toString()).startsWith("2 passed, 0 failed, 1 left out");
        assertThat(test("--filter", "nobody")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("no case has nobody in its file or name");
    }

    @Test
    void a_build_server_gets_a_test_for_each_case_and_each_rule_that_lacks_one() throws Exception {
        Path file = folder.resolve("junit.xml");
        assertThat(test("--junit", file.toString())).isEqualTo(1);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(file.toFile()));
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Element all = xml.getDocumentElement();
        assertThat(List.of(all.getAttribute("tests"), all.getAttribute("failures")))
                .containsExactly("5", "3");
        NodeList suites = all.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(2);
        Element cases = (Element) suites.item(0);
        assertThat(cases.getAttribute("name")).isEqualTo(fixtures() + "/trust.yaml");
        assertThat(names(cases)).containsExactly("a fleet is called", "nine are no fleet", "a bell \uFFFD & a <tag>");
        Element failure = (Element) cases.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("- recommend GIFT: [fleet]");
        assertThat(failure.getTextContent()).isEqualTo("- recommend GIFT: [fleet]");
        assertThat(names((Element) suites.item(1))).containsExactly("makes it speak: assess", "near miss: assess");
    }

    @Test
    void a_program_gets_the_report_as_json() throws IOException {
        Path file = folder.resolve("report.json");
        test("--json", file.toString());
        JsonNode report = Json.mapper().readTree(Files.readString(file));
        assertThat(report.path("passed").asInt()).isEqualTo(2);
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        assertThat(report.path("green").asBoolean(true)).isFalse();
        assertThat(report.path("untried").toString()).isEqualTo("[\"assess\"]");
        assertThat(report.at("/cases/0/fired").toString()).isEqualTo("[\"fleet\"]");
        assertThat(report.at("/cases/2/line").asInt()).isEqualTo(9);
        assertThat(report.at("/cases/2/differences/0").asString()).isEqualTo("- recommend GIFT: [fleet]");
    }

    /** In a process of its own, which is stopped from outside as a tester stops it. */
    @Test
    @Timeout(120)
    void whoever_watches_sees_each_save() throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "retention.Main", "test", "--watch"));
        command.addAll(arguments());
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("log").toFile())
                .start();
        try (BufferedReader told = process.inputReader()) {
            assertThat(until(told, "--- watching")).contains("2 passed, 1 failed");
            cases(CASES.replace("GIFT: [fleet]", "GIFT: [flet]"));
            assertThat(until(told, "--- watching")).contains("there is no rule \"flet\" - did you mean \"fleet\"?");
            cases(CASES.substring(0, CASES.indexOf("  - name: \"a bell")));
            assertThat(until(told, "--- watching")).contains("2 passed, 0 failed");
            Path rules = folder.resolve("rules/trust.drl");
            Files.writeString(rules, Files.readString(rules).replace("wishListItems", "wishListItms"));
            assertThat(until(told, "--- watching")).contains("RULE012", "1 problems");
            Files.writeString(rules, Files.readString(rules).replace("wishListItms > 9", "wishListItems > 8"));
            assertThat(until(told, "--- watching")).contains("1 passed, 1 failed", "+ recommend CALL: [fleet]");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it stops").isTrue();
        }
    }

    private static String until(BufferedReader told, String end) throws IOException {
        var text = new StringBuilder();
        String line = told.readLine();
        while (line != null && !line.startsWith(end)) {
            text.append(line).append('\n');
            line = told.readLine();
        }
        assertThat(line).as("what was told before it ended: " + text).isNotNull();
        return text.toString();
    }

    private static List<String> names(Element suite) {
        var names = new ArrayList<String>();
        NodeList tests = suite.getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
            names.add(((Element) tests.item(i)).getAttribute("name"));
        }
        return names;
    }

    private void cases(String text) throws IOException {
        Files.writeString(folder.resolve("fixtures/trust.yaml"), text);
    }

    private String fixtures() {
        return folder.resolve("fixtures").toString().replace('\\', '/');
    }

    private List<String> arguments() {
        return List.of(
                "--rules",
                folder.resolve("rules").toString(),
                "--fixtures",
                folder.resolve("fixtures").toString(),
                "--state",
                folder.resolve("state").toString());
    }

    private int test(String... more) {
        var all = new ArrayList<>(List.of("test"));
        all.addAll(arguments());
        all.addAll(List.of(more));
        return Advisor.execute(
                Advisor.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)),
                all.toArray(String[]::new));
    }
}
