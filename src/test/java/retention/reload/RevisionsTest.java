package retention.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.reload.Saved.logOf;
import static retention.reload.Saved.revision;
import static retention.reload.Saved.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.json.BadRequest;
import retention.rules.Opening;
import retention.rules.RuleSources;

/** What is kept of the revisions that served. */
class RevisionsTest {

    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir
    private Path temp;

    private Path folder;
    private Revisions revisions;
    private int kept;

    @BeforeEach
    void fill() {
        folder = temp.resolve("rules");
        revisions = new Revisions(temp.resolve("state"), 3);
    }

    @Test
    void the_newest_stands_first_with_what_differs_from_the_one_before() throws IOException {
        String first = keep("first");
        String second = keep("second");
        List<RevisionLine> lines = RevisionLine.list(revisions, folder);
        assertThat(lines).extracting(RevisionLine::revision).containsExactly(second, first);
        assertThat(lines).extracting(RevisionLine::inFolder).containsExactly(true, false);
        assertThat(lines).extracting(RevisionLine::since).containsExactly(START.plusSeconds(2), START.plusSeconds(1));
        assertThat(lines)
                .extracting(RevisionLine::changed)
                .containsExactly(List.of("assessment.drl", "trust.drl"), List.of());
        assertThat(lines).noneMatch(RevisionLine::damaged).allMatch(line -> line.rules() == 2);
    }

    @Test
    void only_the_last_ones_are_kept() throws IOException {
        keep("one");
        List<String> last = List.of(keep("two"), keep("three"), keep("four"));
        assertThat(revisions.list()).extracting(Kept::revision).containsExactlyInAnyOrderElementsOf(last);
        assertThat(folders()).containsExactlyInAnyOrderElementsOf(last);
    }

    @Test
    void a_revision_that_serves_again_is_the_newest_and_kept_once() throws IOException {
        String one = keep("one");
        String two = keep("two");
        keep("one");
        assertThat(revisions.list()).extracting(Kept::revision).containsExactly(one, two);
        assertThat(revisions.list().get(0).since()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void the_newest_keeps_its_time_when_the_server_starts_again() throws IOException {
        keep("one");
        keep("one");
        assertThat(revisions.list()).extracting(Kept::since).containsExactly(START.plusSeconds(1));
    }

    @Test
    void only_the_owner_may_read_them() throws IOException {
        String one = keep("one");
        for (Path path : List.of(
                temp.resolve("state"), temp.resolve("state/revisions"), temp.resolve("state/revisions/" + one))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void files_are_kept_byte_by_byte_and_a_damaged_one_is_noticed() throws IOException {
        Files.createDirectories(folder);
        String one = keep("one");
        Path copy = temp.resolve("state/revisions/" + one + "/rules/trust.drl");
        assertThat(copy).hasSameBinaryContentAs(folder.resolve("trust.drl"));
        Files.writeString(copy, Files.readString(copy) + " ");
        assertThat(revisions.sources(revisions.list().get(0))).isNull();
        assertThat(RevisionLine.list(revisions, folder)).singleElement().matches(RevisionLine::damaged);
        keep("one");
        assertThat(RevisionLine.list(revisions, folder)).singleElement().matches(line -> !line.damaged());
    }

    @Test
    void what_is_no_revision_is_passed_over() throws IOException {
        keep("one");
        Path revisionsFolder = temp.resolve("state/revisions");
        Files.createDirectories(revisionsFolder.resolve(".new-1/rules"));
        Files.writeString(revisionsFolder.resolve("notes"), "x");
        Path half = Files.createDirectories(revisionsFolder.resolve("0".repeat(64)));
        Files.writeString(half.resolve("revision.json"), "{\"revision\":");
        assertThat(revisions.list()).hasSize(1);
    }

    @Test
    void a_revision_is_found_by_its_beginning() throws IOException {
        String one = keep("one");
        assertThat(revisions.find(one.substring(0, 12)).revision()).isEqualTo(one);
        assertThatThrownBy(() -> revisions.find("xyz"))
                .isInstanceOf(BadRequest.class)
                .hasMessage("revision: no kept revision begins like that");
        assertThatThrownBy(() -> revisions.find("")).isInstanceOf(BadRequest.class);
        String same = one.substring(0, 1);
        Path other = Files.createDirectories(temp.resolve("state/revisions/" + same + "0".repeat(63)));
        Files.writeString(
                other.resolve("revision.json"),
                "{\"revision\":\"" + same + "0".repeat(63) + "\",\"since\":\"2026-06-01T08:00:00Z\",\"rules\":2}");
        assertThatThrownBy(() -> revisions.find(same))
                .hasMessage("revision: 2 kept revisions begin like that; give more of it");
    }

    @Test
    void rules_serve_although_nothing_can_be_kept_and_the_log_says_so_once() throws IOException {
        Files.writeString(temp.resolve("state"), "a file where the folder should be");
        say(folder, "one");
        String log = logOf(() -> {
            try (LiveRules rules =
                    LiveRules.open(folder, Saved.QUICK, revisions, Opening.standard(), Saved.ticking())) {
                say(folder, "two");
                Saved.awaitServing(rules, revision(folder));
                say(folder, "three");
                Saved.awaitServing(rules, revision(folder));
                assertThat(rules.revisions()).isEmpty();
                Saved.pause(200);
            }
        });
        assertThat(log.lines().filter(line -> line.contains("not kept"))).hasSize(1);
    }

    @Test
    void a_server_keeps_what_it_starts_with_and_each_reload() {
        say(folder, "one");
        String one = revision(folder);
        try (LiveRules rules = LiveRules.open(folder, Saved.QUICK, revisions, Opening.standard(), Saved.ticking())) {
            say(folder, "two");
            Saved.await("both are kept", () -> rules.revisions().size() == 2);
            assertThat(rules.revisions()).extracting(RevisionLine::revision).containsExactly(revision(folder), one);
        }
    }

    private String keep(String word) throws IOException {
        say(folder, word);
        revisions.keep(RuleSources.read(folder), 2, START.plusSeconds(++kept));
        return revision(folder);
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(temp.resolve("state/revisions"))) {
            return folders.map(path -> path.getFileName().toString()).toList();
        }
    }
}
