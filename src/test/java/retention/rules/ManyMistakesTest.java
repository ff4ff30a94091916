package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold nothing but mistakes, as when the wrong file was copied into the folder. */
@Timeout(60)
class ManyMistakesTest {

    private static final String CALL = "new Recommend( \"CALL\", \"x\" )";

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder).filler();
    }

    @Test
    void a_rule_file_is_told_of_up_to_a_number() {
        rules.trust("\uFF08\n".repeat(100_000));
        assertThat(rules.refusal().problems()).hasSize(Syntax.MOST);
        rules.trust(rule("a", "Customer( x >= )", CALL).repeat(1000));
        assertThat(rules.refusal().problems()).hasSizeBetween(Syntax.MOST - 1, Syntax.MOST);
    }

    @Test
    void a_file_of_settings_is_told_of_up_to_a_number() {
        rules.file("actions/more.yaml", "actions:\n" + "  A: { titel: x }\n".repeat(1000));
        assertThat(rules.refusal().problems()).as("one code again and again").hasSize(Syntax.MOST);
        rules.file("actions/more.yaml", actions("{ titel: x }"));
        assertThat(rules.refusal().problems()).as("a key that is not known").hasSize(Syntax.MOST);
        rules.file("actions/more.yaml", actions("{ title: x }"));
        assertThat(rules.refusal().problems()).as("keys that are missing").hasSize(Syntax.MOST);
    }

    private static String actions(String each) {
        return "actions:\n"
                + IntStream.range(0, 1000)
                        .mapToObj(i -> "  A" + i + ": " + each + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void parentheses_in_each_other_do_not_exhaust_the_parser() {
        rules.trust(rule("a", "Customer( " + "(".repeat(20_000) + ")".repeat(20_000) + " )", CALL));
        assertThat(rules.problems()).singleElement().asString().contains("more parentheses in each other");
    }
}
