package retention.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.Hash;
import retention.json.Json;
import retention.rules.store.WholeZip;

/** A rule book in one file advises as its folder does, or says what is wrong with it. */
class BookJarTest {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    @TempDir
    private Path home;

    private final List<String> log = new ArrayList<>();

    private byte[] built = {};

    @BeforeEach
    void a_jar() throws IOException {
        new TinyRules(Files.createDirectory(home.resolve("rules"))).filler().file("README.md", "# For people");
        built = RuleBook.build(home.resolve("rules"), new CompiledFiles());
    }

    @Test
    void it_advises_as_the_folder_does() throws IOException {
        assertThat(advice(written(built))).isEqualTo(advice(home.resolve("rules")));
        assertThat(log).isEmpty();
    }

    @Test
    void what_it_holds_compiled_is_what_serves() throws IOException {
        String other = advice(written(changed(entries -> entries.replaceAll(
                (name, bytes) -> name.contains("LambdaConsequence") ? replaced(bytes, "is here", "is read") : bytes))));
        assertThat(other).contains("is read");
    }

    @Test
    void it_is_the_same_for_the_same_classes() {
        var known = new CompiledFiles(home.resolve("state"), log::add);
        byte[] first = RuleBook.build(home.resolve("rules"), known);
        assertThat(RuleBook.build(home.resolve("rules"), new CompiledFiles(home.resolve("state"), log::add)))
                .isEqualTo(first);
    }

    @Test
    void one_for_another_program_is_compiled_anew_and_says_so() throws IOException {
        byte[] foreign = changed(entries -> {
            entries.compute(
                    MANIFEST,
                    (name, bytes) -> new String(bytes, UTF_8)
                            .replaceAll("Made-For: \\w", "Made-For: x")
                            .getBytes(UTF_8));
            entries.replaceAll((name, bytes) -> name.endsWith(".class") ? "no class".getBytes(UTF_8) : bytes);
        });
        assertThat(advice(written(foreign))).isEqualTo(advice(home.resolve("rules")));
        assertThat(log).singleElement().asString().contains("book.jar was built by another advisor", "compiled anew");
    }

    @Test
    void a_change_of_any_byte_is_an_error() throws IOException {
        for (int i = 0; i < built.length; i += i < 300 || i > built.length - 300 ? 1 : 97) {
            byte[] flipped = built.clone();
            flipped[i] ^= 1;
            assertDamaged(flipped);
        }
    }

    @Test
    void one_that_is_larger_than_any_is_not_read() throws IOException {
        Path jar = home.resolve("large.jar");
        try (var large = new RandomAccessFile(jar.toFile(), "rw")) {
            large.setLength(3L << 30); // takes no room
        }
        assertThatThrownBy(() -> RuleBook.open(jar))
                .isInstanceOf(BadRules.class)
                .hasMessageContaining("it is larger than any rule book");
    }

    @Test
    void one_that_was_cut_off_is_an_error() throws IOException {
        for (int length : new int[] {0, 1, 63, 64, 65, 1000, built.length / 2, built.length - 1}) {
            assertDamaged(Arrays.copyOf(built, length));
        }
        assertDamaged(Arrays.copyOf(built, built.length + 1));
        assertDamaged("package advisor".repeat(100).getBytes(UTF_8));
    }

    @Test
    void names_that_lead_elsewhere_are_an_error() throws IOException {
        for (String name : new String[] {
            "rules/../x.drl",
            "../x",
            "rules//x.drl",
            "classes/x.class",
            "classes/k/../advisor/X.class",
            "classes/k/java/X.class",
            "elsewhere/k/advisor/X.class",
            "rules/.hidden.drl",
            "rules/"
        }) {
            assertDamaged(changed(entries -> entries.put(name, new byte[1])));
        }
    }

    @Test
    void rules_that_are_not_those_of_its_revision_are_an_error() throws IOException {
        assertDamaged(changed(entries -> entries.replaceAll(
                (name, bytes) -> name.endsWith("trust.drl") ? replaced(bytes, "is here", "is bad!") : bytes)));
        assertDamaged(changed(entries -> entries.remove("rules/scores.yaml")));
        assertDamaged(changed(entries -> entries.remove(MANIFEST)));
        assertDamaged(changed(entries -> entries.put(MANIFEST, "Manifest-Version: 1.0\n\n".getBytes(UTF_8))));
        assertDamaged(changed(entries -> entries.put(MANIFEST, new byte[100])));
    }

    @Test
    void one_that_somebody_packed_is_an_error() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed, UTF_8)) {
            zip.setComment("0".repeat(64));
            zip.putNextEntry(new ZipEntry("rules/actions.yaml"));
            zip.write(new byte[10_000_000]);
        }
        byte[] whole = packed.toByteArray();
        byte[] hash = Hash.of(Arrays.copyOf(whole, whole.length - 64)).getBytes(UTF_8);
        System.arraycopy(hash, 0, whole, whole.length - 64, 64);
        assertThatThrownBy(() -> WholeZip.read(whole)).hasMessageContaining("is packed");
        assertDamaged(whole);
    }

    @Test
    void classes_that_are_none_are_an_error_and_not_passed_over() throws IOException {
        assertDamaged(changed(entries ->
                entries.replaceAll((name, bytes) -> name.endsWith(".class") ? "no class".getBytes(UTF_8) : bytes)));
    }

    @Test
    void a_bad_rule_in_it_is_refused_as_in_a_folder() throws IOException {
        new TinyRules(home.resolve("rules"))
                .trust(TinyRules.rule("advise", "Customer( wishes >= 1 )", "new Recommend( \"CALL\", \"is here\" )"));
        assertThatThrownBy(() -> RuleBook.build(home.resolve("rules"), new CompiledFiles()))
                .isInstanceOf(BadRules.class)
                .hasMessageContaining("wishes");
    }

    private void assertDamaged(byte[] jar) throws IOException {
        Path file = written(jar);
        assertThatThrownBy(() -> advice(file))
                .isInstanceOfSatisfying(
                        BadRules.class,
                        bad -> assertThat(bad.problems()).isNotEmpty().allSatisfy(problem -> {
                            assertThat(problem.code()).isEqualTo(Code.DAMAGED_BOOK);
                            assertThat(problem.message()).contains("is damaged, or no rule book", "build it anew");
                        }));
    }

    private byte[] changed(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = WholeZip.read(built);
        change.accept(entries);
        byte[] manifest = entries.remove(MANIFEST);
        return manifest == null
                ? WholeZip.write("rules/first.md", new byte[0], entries)
                : WholeZip.write(MANIFEST, manifest, entries);
    }

    private static byte[] replaced(byte[] bytes, String old, String other) {
        return new String(bytes, ISO_8859_1).replace(old, other).getBytes(ISO_8859_1);
    }

    private Path written(byte[] jar) throws IOException {
        return Files.write(home.resolve("book.jar"), jar);
    }

    private String advice(Path rules) {
        try (RuleBook book = RuleBook.open(rules, new CompiledFiles(home.resolve("other-state"), log::add))) {
            return new String(Json.write(TinyRules.advise(book, "{'id':'anna'}")), UTF_8);
        }
    }
}
