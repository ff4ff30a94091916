package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.TinyRules;
import tools.jackson.databind.JsonNode;

/** The audit as an auditor runs it. */
class AuditCommandTest {

    private static final String CUSTOMER = """
            {"id":"%s","asOf":"2026-06-01","since":"2026-05-01","birthdayMonth":%d,\
            "consents":[{"channel":"EMAIL","purpose":"MARKETING","givenOn":"2026-01-01"}]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void rules() {
        new TinyRules(folder.resolve("rules"))
                .filler()
                .trust(rule("summer", "Customer( birthdayMonth >= 6 )", "new Recommend( \"GIFT\", \"x\" )"));
    }

    @Test
    void says_who_loses_what_and_which_rule_is_at_fault() throws IOException {
        assertThat(audit(customers("anna", 7), customers("ben", 2))).isEqualTo(1);
        assertThat(out.toString().replace(folder.toString().replace('\\', '/') + "/", ""))
                .startsWith("""
                        The protected field birthdayMonth changes GIFT: 13 pairs of 2 customers
                          at fault: rules/trust.drl:2 "summer"
                          customer anna: GIFT when birthdayMonth is 7, and not when it is not known (as in the file: the first)
                            does not speak for the second: birthdayMonth >= 6 is false: it is not known
                          customer anna: GIFT when birthdayMonth is 7, and not when it is 1 (as in the file: the first)
                            does not speak for the second: birthdayMonth >= 6 is false: it is 1
                          customer anna: GIFT when birthdayMonth is 7, and not when it is 2 (as in the file: the first)
                            does not speak for the second: birthdayMonth >= 6 is false: it is 2
                          and 10 more

                        2 customers audited for tenure and for birthdayMonth, language; 1 cause found; revision\s""");
    }

    @Test
    void json_holds_every_pair() throws IOException {
        assertThat(audit("--format", "json", customers("anna", 7))).isEqualTo(1);
        JsonNode report = Json.mapper().readTree(out.toString());
        assertThat(report.get("groups").get(0).get("first").size()).isEqualTo(6);
        assertThat(report.get("groups").get(0).get("first").get(0).has("to")).isTrue();
    }

    @Test
    void standard_input_is_read_once_and_as_often_as_needed() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(CUSTOMER.formatted("anna", 7).getBytes(StandardCharsets.UTF_8)));
            assertThat(audit("-")).isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).contains("6 pairs of 1 customer\n", "1 customer audited");
        assertThat(audit("-", "-")).isEqualTo(2);
    }

    @Test
    void what_is_fair_is_exit_code_0() throws IOException {
        new TinyRules(folder.resolve("rules"))
                .filler()
                .trust(rule("all", "Customer()", "new Recommend( \"GIFT\", \"x\" )"));
        assertThat(audit(customers("anna", 7))).isZero();
        assertThat(out.toString()).contains("nothing unfair found");
        assertThat(audit(folder.resolve("none.ndjson").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file");
    }

    private String customers(String id, int month) throws IOException {
        Path file = folder.resolve(id + ".ndjson");
        Files.writeString(file, CUSTOMER.formatted(id, month));
        return file.toString();
    }

    private int audit(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "audit";
        args[1] = "--rules";
        args[2] = folder.resolve("rules").toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Advisor.execute(
                Advisor.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)), args);
    }
}
