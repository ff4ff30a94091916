package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that people make, each a folder of {@code mistakes} with the files as they wrote them and all that they are told. What
 * a folder lacks is filled up from {@link TinyRules}. An empty {@code expected.txt} says that it is no mistake.
 */
class MistakesTest {

    private static final Path CASES = Path.of("src/test/resources/mistakes");
    private static final String EXPECTED = "expected.txt";

    /** Words of the parser and the compiler, which no author should have to learn. */
    private static final String JARGON =
            "(?is).*(viable|mismatched|<eof>|token|exception|java\\.|lang\\.|org\\.|null package|deserializ|antlr|\\[ERR).*";

    @ParameterizedTest
    @MethodSource
    void what_the_author_is_told(String mistake, @TempDir Path folder) throws IOException {
        new TinyRules(folder).filler();
        copy(CASES.resolve(mistake), folder);
        String told = told(folder).replace(folder.toString().replace('\\', '/'), "rules");
        assertThat(told).isEqualTo(Files.readString(CASES.resolve(mistake).resolve(EXPECTED)));
        assertThat(told).doesNotMatch(JARGON);
    }

    static List<String> what_the_author_is_told() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private static String told(Path folder) {
        try (RuleBook book = RuleBook.open(folder)) {
            return shown(book.warnings());
        } catch (BadRules bad) {
            return shown(bad.problems()) + shown(bad.warnings());
        }
    }

    private static String shown(List<Problem> problems) {
        return problems.stream().map(one -> one.shown() + "\n").collect(Collectors.joining());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!file.endsWith(EXPECTED)) {
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
    }
}
