package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.TinyRules;

/** {@code explain} on the command line. */
class ExplainCommandTest {

    private static final String ANNA =
            "{\"id\":\"anna\",\"asOf\":\"2026-06-01\",\"relationship\":{\"wishListItems\":2}}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void rules() {
        new TinyRules(folder.resolve("rules"))
                .assessment(rule("seen", "Customer()", "new Signal( \"seen\", \"is here\" )"))
                .trust(rule(
                                "call",
                                "Customer( $n : relationship.wishListItems, $n >= 3 )",
                                "new Recommend( \"CALL\", \"{n} wishes\" )")
                        + rule("site", "Signal( name == \"seen\" )", "new Recommend( \"FIX_SITE\", \"slow\" )"));
    }

    @Test
    void it_tells_why_and_why_not_in_english() throws IOException {
        assertThat(explain(ANNA)).isZero();
        assertThat(lines(out))
                .contains(
                        "Advised",
                        "  FIX_SITE",
                        "      slow",
                        "      the signal: seen",
                        "          is here",
                        "Not advised")
                .contains("  CALL: none of the rules that recommend it speaks")
                .contains("      relationship.wishListItems >= 3 is false: it is 2");
    }

    @Test
    void it_tells_the_same_in_chinese() throws IOException {
        assertThat(explain(ANNA, "--language", "zh", "--action", "CALL", "--what-if"))
                .isZero();
        assertThat(lines(out))
                .contains("不建议", "  CALL: 推荐它的规则都不成立", "      relationship.wishListItems >= 3 不成立：实际为 2")
                .endsWith("怎样才会不同", "  如果 relationship.wishListItems 是 3 而不是 2，就会建议 CALL")
                .noneMatch(line -> line.contains("advised"));
    }

    @Test
    void a_program_gets_json_with_the_smallest_change() throws IOException {
        assertThat(explain(ANNA, "--format", "json", "--action", "CALL", "--what-if"))
                .isZero();
        var json = Json.mapper().readTree(out.toString());
        assertThat(json.at("/explanation/whyNot/0/stage").asString()).isEqualTo("NOT_MATCHED");
        assertThat(json.at("/whatIf/change/path").asString()).isEqualTo("relationship.wishListItems");
        assertThat(json.at("/whatIf/change/to").asInt()).isEqualTo(3);
        assertThat(json.at("/whatIf/left").asInt()).isZero();
        assertThat(json.at("/whatIf/change").propertyNames()).containsExactly("kind", "path", "from", "to", "distance");
    }

    @Test
    void an_action_that_there_is_not_is_answered_with_what_was_meant() throws IOException {
        assertThat(explain(ANNA, "--action", "CAL")).isEqualTo(1);
        assertThat(err.toString()).contains("action: there is no action \"CAL\" - did you mean \"CALL\"?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_file_that_holds_no_single_customer_is_refused() throws IOException {
        assertThat(explain(ANNA + "\n" + ANNA)).isEqualTo(1);
        assertThat(explain("{\"id\":")).isEqualTo(1);
        assertThat(explain("{\"id\":\"anna\",\"ordrs\":[]}")).isEqualTo(1);
        assertThat(err.toString()).contains("did you mean \"orders\"?");
        assertThat(lines(err)).hasSize(3);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrong_use_is_told_apart() throws IOException {
        assertThat(explain(ANNA, "--what-if")).isEqualTo(2);
        assertThat(explain(ANNA, "--language", "fr")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--what-if needs --action with the code of one action")
                .contains("--language must be en or zh");
    }

    private int explain(String json, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("customer.json"), json);
        var args = new String[options.length + 4];
        args[0] = "explain";
        args[1] = file.toString();
        args[2] = "--rules";
        args[3] = folder.resolve("rules").toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return Advisor.execute(
                Advisor.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)), args);
    }

    private static List<String> lines(StringWriter text) {
        return text.toString().lines().toList();
    }
}
