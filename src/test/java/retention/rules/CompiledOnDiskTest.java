package retention.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Json;
import retention.rules.store.ClassBytes;
import retention.rules.store.Store;

/** A start that finds its rules compiled gives the same advice as one that compiles them, whatever became of the files. */
class CompiledOnDiskTest {

    private static final String ANNA = "{'id':'anna'}";

    @TempDir
    private Path home;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void a_folder() throws IOException {
        rules(Files.createDirectory(home.resolve("rules")), "is here");
    }

    @Test
    void the_second_start_reads_what_the_first_one_compiled() throws IOException {
        String first = advice();
        exchange("is here", "was read"); // by somebody who knows the key: how else could one tell?
        assertThat(advice()).isNotEqualTo(first).contains("was read");
        assertThat(log).isEmpty();
    }

    @Test
    void the_second_start_needs_no_check_of_what_has_been_checked() throws IOException {
        advice();
        List<Path> before = entries(".book");
        advice();
        assertThat(entries(".book")).hasSize(1).isEqualTo(before);
        assertThat(log).isEmpty();
    }

    @Test
    void all_that_the_checks_found_out_comes_back() {
        Path shipped = Path.of("rules");
        try (RuleBook made = RuleBook.open(shipped, compiled());
                RuleBook read = RuleBook.open(shipped, compiled())) {
            assertThat(read.listing()).isEqualTo(made.listing());
            assertThat(read.catalogue().actions()).isEqualTo(made.catalogue().actions());
            assertThat(read.catalogue().fallback()).isEqualTo(made.catalogue().fallback());
            assertThat(read.catalogue().wayOut()).isEqualTo(made.catalogue().wayOut());
            assertThat(read.scales()).isEqualTo(made.scales());
            assertThat(read.playbook()).isEqualTo(made.playbook());
            assertThat(read.declared()).isEqualTo(made.declared());
            assertThat(read.revision()).isEqualTo(made.revision());
        }
        assertThat(log).isEmpty();
    }

    @Test
    void warnings_come_back_under_the_name_that_the_folder_has_now() throws IOException {
        Path rules = home.resolve("rules");
        String trust = Files.readString(rules.resolve("trust.drl"));
        Files.writeString(
                rules.resolve("trust.drl"),
                trust + TinyRules.rule("never", "Today( month == 13 )", "new Recommend( \"CALL\", \"x\" )"));
        List<String> told = warnings(rules);
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith(rules + "/trust.drl:")
                .contains("WARN");
        assertThat(warnings(rules)).isEqualTo(told);
        Path moved = Files.move(rules, home.resolve("moved"));
        assertThat(warnings(moved)).containsExactly(told.get(0).replace(rules.toString(), moved.toString()));
    }

    private List<String> warnings(Path rules) {
        try (RuleBook book = RuleBook.open(rules, compiled())) {
            return book.warnings().stream().map(Problem::shown).toList();
        }
    }

    @Test
    void facts_of_the_companys_own_come_back() throws IOException {
        Files.writeString(home.resolve("rules/trust.drl"), """
                package advisor
                declare Fleet vehicles : int since : LocalDate end
                rule "big"
                when
                    Fleet( vehicles >= 10 )
                then
                    insert( new Recommend( "CALL", "is big" ) );
                end
                """);
        String fleet = "{'id':'anna','extensions':{'Fleet':[{'vehicles':12,'since':'2020-01-01'}]}}";
        String first = advice(fleet);
        assertThat(first).contains("is big");
        List<Path> compiled = entries(".file");
        assertThat(advice(fleet)).isEqualTo(first);
        assertThat(entries(".file")).isEqualTo(compiled);
        assertThat(log).isEmpty();
    }

    @Test
    void an_edit_compiles_one_file() throws IOException {
        advice();
        assertThat(entries(".file")).hasSize(3); // the facts, the assessment and a strategy
        Path trust = home.resolve("rules/trust.drl");
        Files.writeString(trust, Files.readString(trust).replace("is here", "is there"));
        assertThat(advice()).contains("is there");
        assertThat(entries(".file")).hasSize(4);
        assertThat(entries(".book")).hasSize(2);
    }

    @Test
    void damaged_entries_are_made_anew_with_a_line_for_each() throws IOException {
        String first = advice();
        for (Path entry : entries("")) {
            if (!entry.toString().contains("seal.")) {
                Files.write(entry, Arrays.copyOf(Files.readAllBytes(entry), 100));
            }
        }
        assertThat(advice()).isEqualTo(first);
        assertThat(log).hasSize(4).allSatisfy(line -> assertThat(line).contains("is made anew"));
        log.clear();
        assertThat(advice()).isEqualTo(first);
        assertThat(log).isEmpty();
    }

    @Test
    void classes_that_are_none_are_made_anew_even_under_a_good_seal() throws IOException {
        String first = advice();
        exchange(Map.of("advisor/RulesX.class", "no class".getBytes(UTF_8)));
        assertThat(advice()).isEqualTo(first);
        assertThat(log).isNotEmpty().allSatisfy(line -> assertThat(line).contains("is made anew"));
    }

    @Test
    void classes_without_a_rule_are_made_anew_or_refused_but_never_served() throws IOException {
        String first = advice();
        exchange(new TreeMap<>());
        assertThatThrownBy(this::advice).isInstanceOf(BadRules.class).hasMessageContaining("lost in compiling");
        Files.delete(home.resolve("state/seal.key"));
        assertThat(advice()).isEqualTo(first);
    }

    @Test
    void a_forged_verdict_does_not_let_a_bad_rule_in() throws IOException {
        advice();
        byte[] good = Files.readAllBytes(entries(".book").get(0));
        String trust = Files.readString(home.resolve("rules/trust.drl"));
        Files.writeString(
                home.resolve("rules/trust.drl"), trust.replace("insert(", "System.setProperty(\"x\", \"y\"); insert("));
        assertThatThrownBy(this::advice).isInstanceOf(BadRules.class);
        assertThat(entries(".book")).hasSize(1); // what is bad is not kept
        var folder = RuleFolder.of(RuleSources.read(home.resolve("rules")), new ArrayList<>());
        Files.write(home.resolve("state/" + CompiledFiles.diskKey(folder) + ".book"), good);
        assertThatThrownBy(this::advice).isInstanceOf(BadRules.class);
        assertThat(log).singleElement().asString().contains("is made anew");
    }

    @Test
    void two_folders_never_share_a_verdict_however_their_files_are_cut() {
        assertThat(key("a.drl", "one\0b.drl\0two")).isNotEqualTo(key("a.drl", "one", "b.drl", "two"));
        assertThat(key("a.drl", "one")).isEqualTo(key("a.drl", "one"));
    }

    @Test
    void a_verdict_that_cannot_be_read_is_made_anew() throws IOException {
        String first = advice();
        var folder = RuleFolder.of(RuleSources.read(home.resolve("rules")), new ArrayList<>());
        for (String other : new String[] {"", "{", "null", "{}", "[]", "{\"rules\":[{\"file\":\"other.drl\"}]}"}) {
            new Store(home.resolve("state"), log::add)
                    .keep(Store.Kind.BOOK, CompiledFiles.diskKey(folder), other.getBytes(UTF_8));
            log.clear();
            assertThat(advice()).as(other).isEqualTo(first);
            assertThat(log).as(other).singleElement().asString().contains("is made anew");
        }
    }

    @Test
    void problems_of_the_folder_and_of_its_rules_are_told_together() throws IOException {
        advice();
        Files.writeString(home.resolve("rules/more.txt"), "");
        Files.writeString(home.resolve("rules/bad.drl"), "package advisor\n");
        assertThatThrownBy(this::advice)
                .isInstanceOf(BadRules.class)
                .hasMessageContaining("FILE004")
                .hasMessageContaining("FILE008");
    }

    private static String key(String... namesAndTexts) {
        var files = new ArrayList<RuleFile>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.add(new RuleFile("rules", namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return CompiledFiles.diskKey(new RuleFolder("rules", files, ""));
    }

    /** Puts the classes of another sentence in the place of the strategy's, under the true seal. */
    private void exchange(String old, String other) throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        rules(elsewhere, other);
        CompiledFiles made = new CompiledFiles().recording();
        RuleBook.open(elsewhere, made).close();
        exchange(made.recorded().values().stream()
                .filter(classes ->
                        classes.values().stream().anyMatch(bytes -> new String(bytes, UTF_8).contains(other)))
                .findFirst()
                .orElseThrow());
        assertThat(old).isNotEqualTo(other);
    }

    private void exchange(Map<String, byte[]> classes) {
        CompiledFiles here = compiled().recording();
        RuleBook.open(home.resolve("rules"), here).close();
        String key = here.recorded().entrySet().stream()
                .filter(file -> file.getValue().values().stream()
                        .anyMatch(bytes -> new String(bytes, UTF_8).contains("Recommend")))
                .findFirst()
                .orElseThrow()
                .getKey();
        new Store(home.resolve("state"), log::add).keep(Store.Kind.FILE, key, ClassBytes.write(classes));
    }

    private static void rules(Path folder, String sentence) {
        new TinyRules(folder)
                .assessment(TinyRules.rule("assess", "Customer()", "new Signal( \"seen\", \"is seen\" )"))
                .trust(TinyRules.rule("advise", "Customer()", "new Recommend( \"CALL\", \"" + sentence + "\" )"));
    }

    private String advice() {
        return advice(ANNA);
    }

    private String advice(String customer) {
        try (RuleBook book = RuleBook.open(home.resolve("rules"), compiled())) {
            return new String(Json.write(TinyRules.advise(book, customer)), UTF_8);
        }
    }

    private CompiledFiles compiled() {
        return new CompiledFiles(home.resolve("state"), log::add);
    }

    private List<Path> entries(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("state"))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
