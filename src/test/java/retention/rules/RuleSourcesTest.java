package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.rules.TinyRules.rule;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retention.json.BadRequest;

/** The files of a rule folder, from the disk and from a caller. */
class RuleSourcesTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path outside;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder).filler();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".trust.drl.swp",
                ".git/objects/pack/a.drl",
                "trust/.hidden/a.drl",
                "trust.drl~",
                "#trust.drl#",
                "trust.drl.swp",
                "4913",
                "trust.drl___jb_tmp___",
                "trust/trust.drl~"
            })
    void what_editors_leave_behind_is_nobodys_business(String name) {
        String revision = RuleSources.read(folder).revision();
        rules.file(name, "half a ru");
        try (RuleBook book = rules.open()) {
            assertThat(book.revision()).isEqualTo(revision);
        }
    }

    @Test
    void a_file_that_is_no_rule_file_is_told_all_the_same() {
        rules.file("trust.txt", "x");
        assertThat(rules.problems())
                .singleElement()
                .asString()
                .contains("trust.txt")
                .contains("would be ignored");
    }

    @Test
    void other_texts_are_laid_over_the_folder_and_the_disk_stays_as_it_is() {
        RuleSources disk = RuleSources.read(folder);
        RuleSources other = disk.with(Map.of("trust.drl", "package advisor\nrule broken"));
        assertThatThrownBy(() -> RuleBook.open(other).close())
                .isInstanceOf(BadRules.class)
                .hasMessageContaining("trust.drl:2");
        assertThat(RuleSources.read(folder).differing(disk)).isEmpty();
        assertThat(other.differing(disk)).containsExactly("trust.drl");
        assertThat(other.revision()).isNotEqualTo(disk.revision());
    }

    @Test
    void laid_over_texts_have_the_revision_that_they_would_have_on_the_disk() {
        String text = "package advisor\n" + rule("other", "Customer()", "new Recommend( \"CALL\", \"x\" )");
        String revision =
                RuleSources.read(folder).with(Map.of("more/other.drl", text)).revision();
        rules.file("more/other.drl", text);
        assertThat(RuleSources.read(folder).revision()).isEqualTo(revision);
    }

    @Test
    void null_leaves_a_file_out() {
        Map<String, String> changes = new HashMap<>();
        changes.put("trust.drl", null);
        assertThatThrownBy(() -> RuleBook.open(RuleSources.read(folder).with(changes)))
                .hasMessageContaining("holds no strategy");
        changes.put("rust.drl", null);
        assertThatThrownBy(() -> RuleSources.read(folder).with(changes))
                .isInstanceOf(BadRequest.class)
                .hasMessage("files: rust.drl cannot be left out: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/trust.drl",
                "../trust.drl",
                "a/../trust.drl",
                "..",
                "./trust.drl",
                "a//trust.drl",
                "trust/",
                "a\\trust.drl",
                "C:trust.drl",
                "tru\u0000st.drl",
                "trust\n.drl",
                ".hidden.drl",
                "trust.drl~"
            })
    void names_that_lead_elsewhere_are_refused(String name) {
        RuleSources disk = RuleSources.read(folder);
        assertThatThrownBy(() -> disk.with(Map.of(name, "x")))
                .isInstanceOf(BadRequest.class)
                .hasMessageStartingWith("files: a name is that of a file inside the rule folder");
    }

    @Test
    void names_that_are_too_long_are_refused() {
        RuleSources disk = RuleSources.read(folder);
        assertThat(disk.with(Map.of("x".repeat(196) + ".drl", "x")).files()).hasSize(5);
        assertThatThrownBy(() -> disk.with(Map.of("x".repeat(197) + ".drl", "x")))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void the_folder_may_be_a_link_to_where_the_rules_are() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        try {
            assertThat(RuleSources.read(link).revision())
                    .isEqualTo(RuleSources.read(folder).revision());
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void a_file_that_nobody_can_have_written_is_not_taken_into_memory() throws Exception {
        try (var huge = new RandomAccessFile(folder.resolve("huge.drl").toFile(), "rw")) {
            huge.setLength(1 << 20);
            assertThat(RuleSources.read(folder).files().get("huge.drl")).hasSize(1 << 20);
            huge.setLength((1 << 20) + 1);
            assertThat(RuleSources.read(folder).files().get("huge.drl")).isEmpty();
            assertThat(TinyRules.problems(folder)).containsExactly("huge.drl: is not read: it is larger than 1 MiB");
        }
    }

    @Test
    void a_folder_that_nobody_can_have_written_is_not_taken_into_memory() throws Exception {
        for (int i = 10; i < 30; i++) {
            try (var large =
                    new RandomAccessFile(folder.resolve("large" + i + ".drl").toFile(), "rw")) {
                large.setLength(1 << 20);
            }
        }
        RuleSources read = RuleSources.read(folder);
        assertThat(read.files().values().stream()
                        .mapToLong(bytes -> bytes.length)
                        .sum())
                .isBetween(15L << 20, 16L << 20);
        assertThat(read.refusal("large29.drl"))
                .isEqualTo("is not read: a rule folder holds 2000 files and 16 MiB at most");
        assertThat(read.refusal("large10.drl")).isNull();
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_told_and_its_file_not_read() throws Exception {
        Path secret = Files.writeString(outside.resolve("secret"), "the password");
        Files.createSymbolicLink(folder.resolve("mine.drl"), secret);
        assertThat(RuleSources.read(folder).files().get("mine.drl")).isEmpty();
        assertThat(TinyRules.refusal(folder).problems().toString()).doesNotContain("password");
        assertThat(TinyRules.problems(folder))
                .containsExactly(
                        "mine.drl: is not read: it is a link that leads out of the rule folder, so put the file "
                                + "itself here");
    }

    @Test
    void a_link_inside_the_folder_counts_as_its_file() throws Exception {
        Path data = Files.createDirectory(folder.resolve("..2026"));
        Files.move(folder.resolve("trust.drl"), data.resolve("trust.drl"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026"));
        String before = RuleSources.read(folder).revision();
        Files.createSymbolicLink(folder.resolve("trust.drl"), Path.of("..data/trust.drl"));
        assertThat(RuleSources.read(folder).files().get("trust.drl"))
                .isEqualTo(Files.readAllBytes(data.resolve("trust.drl")));
        assertThat(RuleSources.read(folder).revision()).isNotEqualTo(before);
        RuleBook.open(folder).close();
    }

    @Test
    void bytes_are_kept_as_they_are() throws Exception {
        byte[] windows = "\uFEFFpackage advisor\r\n".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("bom.drl"), windows);
        assertThat(RuleSources.read(folder).files()).containsEntry("bom.drl", windows);
    }
}
