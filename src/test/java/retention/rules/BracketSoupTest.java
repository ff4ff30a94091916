package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static retention.rules.TinyRules.rule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However odd a small rule is, the answer comes: a parser that tries every way to read something would never give one. */
class BracketSoupTest {

    private static final Duration WATCHDOG = Duration.ofSeconds(20);
    private static final int BODIES = 300;
    private static final int DEEPEST = 10;
    private static final String CALL = "new Recommend( \"CALL\", \"x\" )";
    private static final String[] BITS = {
        "A",
        "id",
        "(A)",
        "!",
        "-",
        "tenureMonths >= 3",
        "== 1",
        ",",
        "and",
        "or",
        "not",
        "$x :",
        "new",
        ".",
        "<",
        ">",
        "[]",
        "{}",
        "?",
        "->",
        "exists",
        "Customer()",
        "@A",
        "1",
        "\"t\"",
        "&&",
        "||",
        "in",
        "+",
        "from",
        ";",
        "=",
        "::",
        "instanceof",
        "x ->"
    };

    private SortedMap<String, byte[]> files = new TreeMap<>();

    @BeforeEach
    void fill(@TempDir Path folder) {
        new TinyRules(folder).filler();
        files = new TreeMap<>(RuleSources.read(folder).all());
    }

    @Test
    void between_the_parentheses_of_a_fact() {
        each(soup -> rule("a", "Customer( " + soup + " )", CALL));
    }

    @Test
    void between_the_facts() {
        each(soup -> rule("a", "Customer() " + soup, CALL));
    }

    @Test
    void among_the_conclusions() {
        each(soup -> rule("a", "Customer()", "new Recommend( \"CALL\", " + soup + " )"));
    }

    @Test
    void anywhere_else() {
        each(soup -> "query \"q\" " + soup + " end\n" + rule("a", "Customer()", CALL));
        each(soup -> "declare Fleet vehicles : int " + soup + " end\n" + rule("a", "Customer()", CALL));
        each(soup -> "rule \"b\" @A( " + soup + " ) when Customer() then insert( " + CALL + " ); end\n");
        each(soup -> "rule \"b\" salience " + soup + " when Customer() then insert( " + CALL + " ); end\n");
        each(soup -> rule("a", "accumulate( " + soup + "; $c : count( " + soup + " ); " + soup + " )", CALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer( (A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A)(A) id )",
                "Customer( id == [[[[[[[[[[[[[[[[[[[[[[[[[[id]]]]]]]]]]]]]]]]]]]]]]]]]] )",
                "Customer( id == a[a[a[a[a[a[a[a[a[a[id]]]]]]]]]] )",
                "Customer( ((((((((id == \"1\" || id == \"2\")))))))) )",
                "((((((((Customer() and Customer() or Customer()))))))))"
            })
    void casts_side_by_side_and_brackets_in_each_other(String when) {
        check("as reported", rule("a", when, CALL));
    }

    @Test
    void a_sum_of_more_values_than_anybody_reads_is_refused() {
        files.put(
                "trust.drl",
                ("package advisor\n"
                                + rule(
                                        "a",
                                        "Customer()",
                                        "new Recommend( \"CALL\", \"a\"" + " + 1".repeat(20_000) + " )"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> RuleBook.open(RuleSources.of("rules", files)))
                .isInstanceOf(BadRules.class)
                .hasMessageContaining("a conclusion is put together of no more than 200 values");
    }

    private void each(UnaryOperator<String> file) {
        var random = new Random(20);
        IntStream.range(0, BODIES).forEach(i -> check("body " + i, file.apply(soup(random, DEEPEST))));
    }

    private void check(String name, String text) {
        files.put("trust.drl", ("package advisor\n" + text).getBytes(StandardCharsets.UTF_8));
        assertTimeoutPreemptively(WATCHDOG, (Executable) this::check, () -> name + ":\n" + text);
    }

    private void check() {
        var problems = new TreeSet<Problem>();
        FolderCheck.of(RuleFolder.of(RuleSources.of("rules", files), problems), problems);
        if (problems.isEmpty()) {
            try {
                RuleBook.open(RuleSources.of("rules", files)).close();
            } catch (BadRules answered) {
                assertThat(answered.problems()).isNotEmpty();
            }
        }
    }

    /** Bits side by side and within brackets of each kind, every one of which is closed. */
    private static String soup(Random random, int deepest) {
        var soup = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        String same = random.nextBoolean() ? "" : BITS[random.nextInt(BITS.length)];
        for (int part = 0; part < parts; part++) {
            int kind = random.nextInt(8);
            String bit = same.isEmpty() ? BITS[random.nextInt(BITS.length)] : same;
            if (kind < 4 && deepest > 0) {
                char open = "(([{".charAt(kind);
                soup.append(' ').append(random.nextBoolean() ? bit : "").append(open);
                soup.append(soup(random, deepest - 1)).append("))]}".charAt(kind));
            } else {
                soup.append(' ').append(bit.repeat(kind == 4 ? 26 : 1));
            }
        }
        return soup.toString();
    }
}
