package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retention.fixtures.Fixtures;
import retention.rules.BadRules;
import retention.rules.Code;
import retention.rules.Problem;
import retention.rules.RuleBook;
import retention.rules.TinyRules;

/** {@code docs/errors.md} explains every code, and what it shows is what happens. */
class ErrorsPageTest {

    @Test
    void every_code_has_its_section_and_no_other() throws IOException {
        assertThat(sections())
                .extracting(ErrorsPage.Section::code)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Code::id).toList());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void the_mistake_is_told_as_the_page_says(ErrorsPage.Section section, @TempDir Path folder) throws IOException {
        new TinyRules(folder.resolve("rules")).filler();
        section.spoil(folder);
        List<Problem> told = told(folder, section.code());
        assertThat(shown(told, folder)).isEqualTo(section.told());
        assertThat(told).extracting(problem -> problem.code().id()).containsOnly(section.code());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void what_is_right_has_no_problem_and_no_warning(ErrorsPage.Section section, @TempDir Path folder)
            throws IOException {
        new TinyRules(folder.resolve("rules")).filler();
        section.mend(folder);
        assertThat(told(folder, section.code())).isEmpty();
    }

    static List<ErrorsPage.Section> sections() throws IOException {
        return ErrorsPage.sections();
    }

    /** The other sections have cases for the rules that they are about, not for all. */
    private static List<Problem> told(Path folder, String about) {
        try (RuleBook book = RuleBook.open(folder.resolve("rules"))) {
            if (Files.isDirectory(folder.resolve("fixtures"))) {
                Fixtures cases = Fixtures.read(folder.resolve("fixtures"), book);
                return about.equals(Code.NO_CASE.id()) ? cases.warnings() : book.warnings();
            }
            return book.warnings();
        } catch (BadRules bad) {
            return Stream.concat(bad.problems().stream(), bad.warnings().stream())
                    .toList();
        }
    }

    private static String shown(List<Problem> problems, Path folder) {
        return problems.stream()
                .map(problem -> problem.shown() + "\n")
                .collect(Collectors.joining())
                .replace(folder.toString().replace('\\', '/') + "/", "");
    }
}
