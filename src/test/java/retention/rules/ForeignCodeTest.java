package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiler makes Java of a rule and writes names and texts into it as they are: none of them may become a program. */
class ForeignCodeTest {

    private static final String CALL = "new Recommend( \"CALL\", \"x\" )";

    /** A quote to the compiler, which reads such escapes before everything else. */
    private static final String QUOTE = "\\u0022";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder.resolve("rules")).filler();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"PROGRAM\"\nwhen\n    Customer()\nthen\n    insert( new Recommend( \"CALL\", \"x\" ) );\nend\n",
                "rule \"a\"\nwhen\n    Customer( id != \"PROGRAM\" )\nthen\n    insert( new Recommend( \"CALL\", \"x\" ) );\nend\n",
                "rule \"a\"\nwhen\n    Customer()\nthen\n    insert( new Recommend( \"CALL\", \"PROGRAM\" ) );\nend\n"
            })
    void no_backslash_ends_a_text(String rule) {
        rules.trust(rule.replace("PROGRAM", "a" + QUOTE + "+" + program(QUOTE) + "+" + QUOTE));
        assertThat(rules.problems()).singleElement().asString().endsWith(": a backslash may not stand in a rule file");
        assertThat(made()).doesNotExist();
    }

    @Test
    void no_backslash_ends_a_comment() {
        rules.trust(rule("a", "Customer()", CALL).replace("then\n", "then\n// \\u000a " + program("\"") + ";\n"));
        assertThat(rules.problems()).containsExactly("trust.drl:6:4: a backslash may not stand in a rule file");
    }

    @Test
    void no_quote_ends_a_name() {
        rules.trust(rule("a", "Customer()", CALL).replace("\"a\"", "'a\"+" + program("\"") + "+\"'"));
        assertThat(rules.problems())
                .containsExactly("trust.drl:2:1: the name of a rule is one line without quotes in it");
        assertThat(made()).doesNotExist();
    }

    @Test
    void a_name_is_one_line() {
        rules.trust(rule("a\nb", "Customer()", CALL));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:2:6: this quotation mark is not closed: write another \" behind the text",
                        "trust.drl:3:1: a quotation mark is missing before this text: write \"b\"");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // has no such names
    void the_name_of_a_file_is_plain() {
        String name = "a\"+new java.io.File(\"made\").getName()+\".drl";
        rules.file(name, "package advisor\n" + rule("a", "Customer( orders.none )", CALL));
        assertThat(rules.problems())
                .containsExactly(name + ": must have a name of letters, digits, spaces, dots, hyphens and underscores");
    }

    private String program(String quote) {
        return "new java.io.File(" + quote + made().toString().replace('\\', '/') + quote + ").mkdir()";
    }

    private Path made() {
        return folder.resolve("made");
    }
}
