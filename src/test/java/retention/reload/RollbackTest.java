package retention.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.reload.Saved.advise;
import static retention.reload.Saved.revision;
import static retention.reload.Saved.say;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.json.BadRequest;
import retention.rules.Opening;
import retention.rules.RuleSources;
import retention.rules.TinyRules;

/** Putting back a revision that served before. */
@Timeout(60)
class RollbackTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00.123Z");

    @TempDir
    private Path temp;

    private Path folder;
    private Revisions revisions;
    private Rollback rollback;
    private String first;

    @BeforeEach
    void twoRevisions() throws IOException {
        folder = temp.resolve("rules");
        revisions = new Revisions(temp.resolve("state"), 9);
        rollback = new Rollback(folder, revisions, Opening.standard(), InstantSource.fixed(NOW));
        say(folder, "first").file("more/old.drl", "package advisor\n" + more());
        first = keep(1);
        Files.delete(folder.resolve("more/old.drl"));
        say(folder, "second").file("new.drl", "package advisor\n" + more());
        keep(2);
    }

    @Test
    void the_folder_holds_its_files_again_and_no_others_but_pages() throws IOException {
        Files.writeString(folder.resolve("README.md"), "a page");
        Files.writeString(folder.resolve(".hidden"), "x");
        Rollback.Done done = rollback.to(first.substring(0, 10));
        assertThat(done)
                .isEqualTo(new Rollback.Done(
                        first, List.of("assessment.drl", "more/old.drl", "new.drl", "trust.drl"), null));
        assertThat(revision(folder)).isEqualTo(first);
        assertThat(folder.resolve("new.drl")).doesNotExist();
        assertThat(folder.resolve("more/old.drl")).exists();
        assertThat(folder.resolve("README.md")).hasContent("a page");
        assertThat(folder.resolve(".hidden")).hasContent("x");
        assertThat(Objects.requireNonNull(folder.toFile().list()))
                .containsExactlyInAnyOrder(
                        "actions.yaml", "scores.yaml", "assessment.drl", "trust.drl", "more", "README.md", ".hidden");
    }

    @Test
    void what_was_not_kept_is_set_aside_with_every_file() throws IOException {
        Files.writeString(folder.resolve("trust.drl"), "half a rule");
        Files.write(folder.resolve("notes.txt"), new byte[] {(byte) 0xff, 1});
        Path aside = Objects.requireNonNull(rollback.to(first).setAside());
        assertThat(aside).isEqualTo(temp.resolve("state/set-aside/20260601-080000-123"));
        assertThat(aside.resolve("trust.drl")).hasContent("half a rule");
        assertThat(aside.resolve("notes.txt")).hasBinaryContent(new byte[] {(byte) 0xff, 1});
        assertThat(aside.resolve("new.drl")).exists();
        assertThat(folder.resolve("notes.txt")).doesNotExist();
        assertThat(revision(folder)).isEqualTo(first);
    }

    @Test
    void a_file_that_does_not_count_in_the_revision_is_set_aside_all_the_same() throws IOException {
        Files.write(folder.resolve("latin.drl"), new byte[] {(byte) 0xe9});
        assertThat(rollback.to(first).setAside()).isNotNull();
    }

    @Test
    void a_damaged_revision_is_refused_and_nothing_changes() throws IOException {
        Files.writeString(temp.resolve("state/revisions/" + first + "/rules/scores.yaml"), "x: 1");
        refused("its kept files are damaged: they are not what once served");
    }

    @Test
    void a_revision_that_cannot_serve_any_more_is_refused_and_nothing_changes() throws IOException {
        RuleSources good = RuleSources.read(folder);
        new TinyRules(folder).trust("rule");
        first = keep(3);
        for (String name : good.files().keySet()) {
            Files.write(folder.resolve(name), good.files().get(name));
        }
        refused("it cannot serve any more: " + folder + "/trust.drl:2:");
    }

    @Test
    void a_link_to_a_folder_elsewhere_is_not_written_through() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.delete(folder.resolve("more"));
        Files.createSymbolicLink(folder.resolve("more"), elsewhere);
        rollback.to(first);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(folder.resolve("more/old.drl")).isRegularFile();
        assertThat(Files.isSymbolicLink(folder.resolve(".more.aside"))).isTrue();
    }

    @Test
    void what_stands_in_the_way_is_kept_under_a_hidden_name() throws IOException {
        Files.delete(folder.resolve("more"));
        Files.writeString(folder.resolve("more"), "a file");
        Files.delete(folder.resolve("trust.drl"));
        Files.createDirectory(folder.resolve("trust.drl"));
        rollback.to(first);
        assertThat(revision(folder)).isEqualTo(first);
        assertThat(folder.resolve(".more.aside")).hasContent("a file");
        assertThat(folder.resolve(".trust.drl.aside")).isDirectory();
    }

    @Test
    void files_that_are_far_too_large_are_neither_read_nor_copied() throws IOException {
        for (String name : List.of("notes.md", "notes.txt", "trust.drl")) {
            try (var large = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                large.setLength(3L << 30); // more than fits into an array
            }
        }
        rollback.to(first);
        assertThat(revision(folder)).isEqualTo(first);
        assertThat(folder.resolve("notes.md")).exists();
        assertThat(Files.size(folder.resolve(".notes.txt.aside"))).isEqualTo(3L << 30);
        assertThat(Files.size(folder.resolve(".trust.drl.aside"))).isEqualTo(3L << 30);
    }

    @Test
    void a_link_to_a_file_elsewhere_is_replaced_and_that_file_left_alone() throws IOException {
        Path elsewhere = Files.writeString(temp.resolve("elsewhere.drl"), "theirs");
        Path aside = temp.resolve("aside.drl");
        Files.writeString(aside, "theirs, too");
        Files.delete(folder.resolve("trust.drl"));
        Files.createSymbolicLink(folder.resolve("trust.drl"), elsewhere);
        Files.createSymbolicLink(folder.resolve("linked.drl"), aside);
        rollback.to(first);
        assertThat(elsewhere).hasContent("theirs");
        assertThat(aside).hasContent("theirs, too");
        assertThat(Files.isSymbolicLink(folder.resolve("trust.drl"))).isFalse();
        assertThat(folder.resolve("linked.drl")).doesNotExist();
        assertThat(revision(folder)).isEqualTo(first);
    }

    @Test
    void files_stay_as_open_to_others_as_they_were() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("trust.drl"), PosixFilePermissions.fromString("rw-rw-r--"));
        rollback.to(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("trust.drl"))))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void a_running_server_takes_it_up_like_any_save() throws IOException {
        try (LiveRules rules =
                LiveRules.open(folder, Saved.QUICK, revisions, Opening.standard(), InstantSource.system())) {
            rollback.to(first);
            Saved.awaitServing(rules, first);
        }
    }

    @Test
    void a_server_that_puts_one_back_answers_when_it_serves() {
        Watching slow = Saved.QUICK.quietFor(Duration.ofHours(1));
        try (LiveRules rules = LiveRules.open(folder, slow, revisions, Opening.standard(), InstantSource.system())) {
            assertThat(rules.rollback(first).revision()).isEqualTo(first);
            assertThat(rules.inForce().revision()).isEqualTo(first);
            assertThat(advise(rules).receipt().revision()).isEqualTo(first);
            assertThat(rules.revisions().get(0).revision()).isEqualTo(first);
            assertThatThrownBy(() -> rules.rollback("none")).isInstanceOf(BadRequest.class);
        }
    }

    private void refused(String why) {
        RuleSources before = RuleSources.read(folder);
        assertThatThrownBy(() -> rollback.to(first))
                .isInstanceOf(BadRequest.class)
                .hasMessageStartingWith("revision: " + why);
        assertThat(RuleSources.read(folder).differing(before)).isEmpty();
        assertThat(temp.resolve("state/set-aside")).doesNotExist();
    }

    private String keep(int seconds) throws IOException {
        RuleSources sources = RuleSources.read(folder);
        revisions.keep(sources, 3, Instant.EPOCH.plusSeconds(seconds));
        return sources.revision();
    }

    private static String more() {
        return TinyRules.rule("more", "Customer()", "new Recommend( \"CALL\", \"more\" )");
    }
}
