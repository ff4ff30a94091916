package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.TinyRules;

/** The gate of the verb {@code test}, with cases that are all green and show three of four sides. */
class CoverageOptionsTest {

    private static final String CASES = """
            cases:
              - name: three days late
                given: { id: a, asOf: 2026-06-01, orders: [{ promisedOn: 2026-05-01, deliveredOn: 2026-05-04 }] }
                expect: { signals: { late: [late] } }
              - name: in time
                given: { id: a, asOf: 2026-06-01, orders: [] }
                expect: {}
                nearMiss: [late]
            """;
    private static final String TRUST = """
            cases:
              - name: sorry for whoever was unlucky
                given: { id: a, asOf: 2026-06-01, orders: [{ promisedOn: 2026-05-01, deliveredOn: 2026-05-04 }] }
                expect: { recommend: { CALL: [sorry] } }
              - name: nobody else
                given: { id: a, asOf: 2026-06-01, orders: [] }
                expect: {}
                nearMiss: [sorry]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fill() throws IOException {
        new TinyRules(folder.resolve("rules"))
                .assessment(rule(
                        "late",
                        "Customer( orders.late(3).any || valuePercentile > 95 )",
                        "new Signal( \"late\", \"why\" )"))
                .trust(rule("sorry", "Signal( name == \"late\" )", "new Recommend( \"CALL\", \"x\" )"));
        Files.createDirectories(folder.resolve("fixtures"));
        Files.writeString(folder.resolve("fixtures/assessment.yaml"), CASES);
        Files.writeString(folder.resolve("fixtures/trust.yaml"), TRUST);
    }

    @Test
    void without_a_number_it_tells_and_stops_nobody() {
        assertThat(test("--coverage")).isZero();
        assertThat(out.toString())
                .contains(
                        "4 passed, 0 failed",
                        "never true: valuePercentile > 95",
                        "sides of conditions 5 of 6 (83.33 %)");
    }

    @Test
    void below_the_number_the_answer_is_no() {
        assertThat(test("--coverage", "100")).isEqualTo(1);
        assertThat(test("--coverage", "83.34")).isEqualTo(1);
        assertThat(test("--coverage=83.33")).isZero();
        assertThat(test("--coverage", "0")).isZero();
    }

    @Test
    void a_number_that_is_no_percentage_is_wrong_use() {
        assertThat(test("--coverage", "101")).isEqualTo(2);
        assertThat(err.toString()).contains("--coverage: write a number from 0 to 100, and not 101");
        assertThat(test("--coverage", "-1")).isEqualTo(2);
        assertThat(test("--coverage", "all")).isEqualTo(2);
    }

    @Test
    void the_page_is_written_with_and_without_the_text() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(test("--html", page.toString())).isZero();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("valuePercentile &gt; 95");
        assertThat(out.toString()).doesNotContain("coverage:");
        assertThat(test("--html", folder.resolve("no/page.html").toString())).isNotZero();
    }

    private int test(String... more) {
        out.getBuffer().setLength(0);
        String[] args = new String[5 + more.length];
        String[] first = {
            "test",
            "--rules",
            folder.resolve("rules").toString(),
            "-f",
            folder.resolve("fixtures").toString()
        };
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return Advisor.execute(
                Advisor.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)), args);
    }
}
