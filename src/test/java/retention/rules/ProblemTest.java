package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        age = 3|5|    ^
        `\t\tage = 3`|7|`\t\t    ^`
        ` 愿望（ 3`|6|`        ^`
        心愿 = 3|4|`     ^`
        e\u0301t = 3|5|`   ^`
        \uD83C\uDF81 = 3|4|`   ^`
        `no end`|7|`      ^`
        """)
    void the_mark_stands_below_the_character_on_a_terminal(String line, int column, String mark) {
        Problem problem = Problem.in(line, Code.WRONG_KIND, "f", 1, column, "m");
        assertThat(problem.shown().lines()).containsExactly("f:1:" + column + ": error RULE015: m", line, mark);
    }

    @Test
    void a_wide_line_is_cut_around_the_place() {
        Problem problem = Problem.in("a".repeat(300) + "!" + "b".repeat(300), Code.WRONG_KIND, "f", 1, 301, "m");
        List<String> shown = problem.shown().lines().toList();
        assertThat(shown.get(1)).startsWith("...aaa").endsWith("bbb...").hasSizeLessThan(160);
        assertThat(shown.get(1).charAt(shown.get(2).indexOf('^'))).isEqualTo('!');
    }

    @Test
    void without_a_place_or_a_line_there_is_nothing_to_mark() {
        assertThat(Problem.of(Code.NO_FOLDER, "f", "m").shown()).isEqualTo("f: error FILE001: m");
        assertThat(Problem.in("a\n\nb", Code.NO_FOLDER, "f", 2, 1, "m").shown()).isEqualTo("f:2:1: error FILE001: m");
        assertThat(Problem.in("a", Code.NO_FOLDER, "f", 9, 1, "m").source()).isEmpty();
        assertThat(Problem.in("a\r\n", Code.NO_FOLDER, "f", 1, 1, "m").source()).isEqualTo("a");
        assertThat(Problem.in("a".repeat(2000), Code.NO_FOLDER, "f", 1, 1, "m").source())
                .isEmpty();
    }

    @Test
    void what_a_terminal_obeys_does_not_reach_it() {
        Problem problem = Problem.in("a \u001B[2J \u009B b", Code.NO_FOLDER, "f\nx", 1, 1, "m\u0007");
        assertThat(problem.shown().lines())
                .containsExactly("f x:1:1: error FILE001: m\uFFFD", "a \uFFFD[2J \uFFFD b", "^");
    }

    @Test
    void each_kind_has_an_id_of_its_own_that_says_whether_it_stops_the_rules() {
        List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("(FILE|RULE|CONF|CASE|WARN)\\d{3}"));
        assertThat(Problem.of(Code.MISSING_LANGUAGE, "f", "m")).hasToString("f: warning WARN001: m");
    }
}
