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
        rules.trust(rule("a", "Customer( x >= )", CALL).repeat(500));
        assertThat(rules.refusal().problems()).hasSizeBetween(Syntax.MOST - 1, Syntax.MOST);
    }

    @Test
    void what_is_doubtful_in_one_file_is_told_up_to_a_number() {
        rules.trust(IntStream.range(0, 400)
                .mapToObj(i -> rule("r" + i, "Custmer() Ordr()", "new Recommend( \"CAL\", \"x\" )"))
                .collect(Collectors.joining()));
        assertThat(rules.refusal().problems()).hasSize(Syntax.MOST);
    }

    @Test
    void a_file_of_more_rules_than_anybody_reads_is_refused_at_the_first_too_many() {
        rules.trust(IntStream.range(0, 25_000)
                .mapToObj(i -> "rule \"r" + i + "\" when C() then end\n")
                .collect(Collectors.joining()));
        assertThat(rules.problems())
                .containsExactly(
                        "trust.drl:502:1: one file holds no more than 500 rules: divide it into several files");
    }

    @Test
    void a_folder_of_more_files_than_anybody_reads_is_refused() {
        for (int i = 0; i < 500; i++) {
            rules.file("trust/f" + i + ".drl", "package advisor\n" + rule("r" + i, "Customer()", CALL));
        }
        assertThat(rules.problems()).containsExactly(": holds more than 500 rule files: put several rules into one");
    }

    @Test
    void a_fact_of_more_fields_than_anybody_sends_is_refused() {
        rules.trust("declare Fleet"
                + IntStream.range(0, 300).mapToObj(i -> " f" + i + " : int").collect(Collectors.joining()) + " end\n"
                + rule("a", "Customer()", CALL));
        assertThat(rules.problems())
                .containsExactly("trust.drl:2:1: Fleet has more than 100 fields: declare several facts");
    }

    @Test
    void many_empty_lines_are_nothing_special() {
        String lines = "\n".repeat(400_000);
        rules.trust("rule \"a\"\nwhen\n    Customer()" + lines + "end\n");
        assertThat(rules.problems()).containsExactly("trust.drl:2:1: the word then is missing before the conclusions");
        rules.trust("declare Fleet" + lines + "rule \"a\"" + lines + "declare Fleet" + lines);
        assertThat(rules.problems()).isNotEmpty();
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
