package retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.cli.Advisor;
import retention.fixtures.Fixtures;
import retention.fixtures.Report;
import retention.json.CustomerReader;
import retention.json.Json;
import retention.rules.BadRules;
import retention.rules.RuleBook;

/** What the README says is so. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path PAGE = Path.of("docs", "vocabulary.md");
    private static final Path PLAYBOOK = Path.of("docs", "playbook.md");
    private static final String BEGINS = "<!-- vocabulary begins -->\n";
    private static final String ENDS = "<!-- vocabulary ends -->";

    @Test
    void the_vocabulary_is_that_of_the_code() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGINS) + BEGINS.length();
        int end = readme.indexOf(ENDS);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(README, readme.substring(0, begin) + VocabularyPage.overview() + readme.substring(end));
            Files.writeString(PAGE, VocabularyPage.complete());
        } else {
            assertThat(readme.substring(begin, end)).isEqualTo(VocabularyPage.overview());
            assertThat(Files.readString(PAGE)).isEqualTo(VocabularyPage.complete());
        }
    }

    @Test
    void the_playbook_is_that_of_the_rules() throws IOException {
        Path anew = Path.of("target", "playbook.md"); // as deep as docs/, so that its links are the same
        assertThat(Advisor.run("playbook", "--rules", "rules", "--output", anew.toString()))
                .isZero();
        assertThat(Files.mismatch(PLAYBOOK, anew))
                .as("docs/playbook.md is old; this renews it: ./advisor playbook --output docs/playbook.md")
                .isEqualTo(-1);
    }

    @Test
    void the_first_rule_works_as_it_stands_there(@TempDir Path folder) throws IOException {
        copy(Path.of("rules"), folder.resolve("rules"));
        copy(Path.of("fixtures"), folder.resolve("fixtures"));
        append(folder.resolve("rules/satisfaction/delight.drl"), block("first rule"));
        append(folder.resolve("rules/actions/care.yaml"), block("first action"));
        append(folder.resolve("fixtures/satisfaction/delight.yaml"), block("first fixture"));
        try (RuleBook before = RuleBook.open(Path.of("rules"));
                RuleBook after = RuleBook.open(folder.resolve("rules"))) {
            Report report = Fixtures.read(folder.resolve("fixtures"), after).run();
            var text = new StringWriter();
            report.print(new PrintWriter(text));
            assertThat(report.green()).as(text.toString()).isTrue();
            assertThat(report.trials())
                    .hasSize(Fixtures.read(Path.of("fixtures"), before)
                                    .run()
                                    .trials()
                                    .size()
                            + 2);
        }
    }

    @Test
    void the_first_case_of_the_guide_passes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trust/delivery.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, block(Path.of("docs", "testing.md"), "case"));
        try (RuleBook book = RuleBook.open(Path.of("rules"))) {
            Report report = Fixtures.read(folder, book).run();
            assertThat(report.failed()).isZero();
            assertThat(report.passed()).isEqualTo(2);
            assertThat(report.withoutNearMiss()).hasSize(book.listing().rules().size() - 1);
        }
    }

    @Test
    void the_mistake_is_told_as_it_stands_there(@TempDir Path folder) throws IOException {
        copy(Path.of("rules"), folder.resolve("rules"));
        append(
                folder.resolve("rules/satisfaction/delight.drl"),
                block("first rule").replace("wishListItems", "wishListItms"));
        append(folder.resolve("rules/actions/care.yaml"), block("first action"));
        assertThatExceptionOfType(BadRules.class)
                .isThrownBy(() -> RuleBook.open(folder.resolve("rules")).close())
                .satisfies(bad -> assertThat(Files.readString(README))
                        .contains("    " + bad.problems().get(0).toString().replace(folder + "/", "") + "\n"));
    }

    @Test
    void a_replay_says_what_stands_there(@TempDir Path folder) throws IOException {
        copy(Path.of("rules"), folder.resolve("then"));
        copy(Path.of("rules"), folder.resolve("rules"));
        Path rule = folder.resolve("rules/trust/delivery.drl");
        Files.writeString(rule, Files.readString(rule).replace("$days >= 3 )", "$days >= 8 )"));
        Path facts = Files.writeString(folder.resolve("customer.json"), firstTry());
        Path advice = folder.resolve("advice.json");
        try (RuleBook book = RuleBook.open(folder.resolve("then"))) {
            Files.write(
                    advice, Json.write(book.advise(CustomerReader.read(Files.readAllBytes(facts), LocalDate.EPOCH))));
        }
        String told = output(
                "replay",
                advice.toString(),
                facts.toString(),
                "--rules",
                folder.resolve("rules").toString(),
                "--then",
                folder.resolve("then").toString(),
                "--state",
                folder.resolve("state").toString());
        assertThat(told.replace(folder + "/then", "../rules-of-june")
                        .replace(folder + "/", "")
                        .replaceAll("\\b[0-9a-f]{12}\\b", "..."))
                .isEqualTo(block("replayed"));
    }

    private static String firstTry() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf("-d '{") + "-d '".length();
        return readme.substring(begin, readme.indexOf("'", begin));
    }

    private static String output(String... arguments) {
        PrintStream standard = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(Advisor.run(arguments)).isZero();
            return out.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(standard);
        }
    }

    /** The code block below an invisible mark. */
    private static String block(String mark) throws IOException {
        return block(README, mark);
    }

    private static String block(Path page, String mark) throws IOException {
        String readme = Files.readString(page);
        int at = readme.indexOf("<!-- " + mark + " -->\n```");
        assertThat(at).as(mark).isPositive();
        int begin = readme.indexOf('\n', readme.indexOf("```", at)) + 1;
        return readme.substring(begin, readme.indexOf("```", begin));
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file) + "\n" + text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
