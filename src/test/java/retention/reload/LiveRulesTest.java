package retention.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static retention.reload.Saved.advise;
import static retention.reload.Saved.await;
import static retention.reload.Saved.awaitServing;
import static retention.reload.Saved.logOf;
import static retention.reload.Saved.pause;
import static retention.reload.Saved.revision;
import static retention.reload.Saved.say;
import static retention.rules.TinyRules.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.advice.Advice;
import retention.json.Json;
import retention.rules.Opening;
import retention.rules.TinyRules;

/** A rule folder that is edited while its rules serve. */
@Timeout(120)
class LiveRulesTest {

    @TempDir
    private Path temp;

    private Path folder;
    private LiveRules rules;

    @BeforeEach
    void open() {
        folder = temp.resolve("rules");
        say(folder, "first");
        rules = LiveRules.open(
                folder, Saved.QUICK, new Revisions(temp.resolve("state"), 20), Opening.standard(), Saved.ticking());
        pause(Saved.QUICK.again().toMillis() + 200); // it has looked at the folder for the last time
    }

    @AfterEach
    void close() {
        rules.close();
    }

    @Test
    void a_save_serves_a_moment_later_and_the_log_says_so() {
        String before = rules.inForce().revision();
        String log = logOf(() -> {
            say(folder, "second");
            awaitServing(rules, revision(folder));
            assertThat(rules.inForce().rejected()).isNull();
            pause(700);
        });
        assertThat(log.lines())
                .singleElement()
                .asString()
                .containsPattern("revision " + revision(folder).substring(0, 12) + " serves, 2 rules; it took \\d+ ms");
        assertThat(revision(folder)).isNotEqualTo(before);
        assertThat(rules.inForce().servingSince()).isAfter(Instant.parse("2026-06-01T08:00:00Z"));
        assertThat(said(advise(rules))).containsExactly("second", "second", revision(folder));
    }

    @Test
    void a_broken_save_leaves_the_rules_before_it_and_says_what_is_wrong_until_it_is_mended() {
        String first = revision(folder);
        String log = logOf(() -> {
            rules().trust("rule \"x\"\nwhen\n    Customer( tenurMonths > 3, age > 7 )\nthen\nend\n");
            await("rejection", () -> rules.inForce().rejected() != null);
            pause(700);
        });
        InForce.Rejected rejected = Objects.requireNonNull(rules.inForce().rejected());
        assertThat(rejected.revision()).isEqualTo(revision(folder));
        assertThat(rejected.problems().get(0).toString())
                .contains("trust.drl:4:15")
                .contains("tenureMonths");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("cannot serve", "trust.drl:4:15")
                .endsWith(" - and " + (rejected.problems().size() - 1) + " more");
        assertThat(said(advise(rules))).containsExactly("first", "first", first);
        say(folder, "mended");
        awaitServing(rules, revision(folder));
        assertThat(rules.inForce().rejected()).isNull();
    }

    @Test
    void going_back_to_what_serves_ends_a_rejection() {
        rules().file("notes.txt", "would be ignored");
        await("rejection", () -> rules.inForce().rejected() != null);
        Instant since = rules.inForce().servingSince();
        delete(folder.resolve("notes.txt"));
        await("no rejection", () -> rules.inForce().rejected() == null);
        assertThat(rules.inForce().servingSince()).isEqualTo(since);
    }

    @Test
    void the_listing_tells_both_what_serves_and_what_does_not() {
        var serving = Json.mapper().readTree(Json.write(rules.inForce()));
        assertThat(serving.at("/revision").asString()).isEqualTo(revision(folder));
        assertThat(serving.at("/servingSince").asString()).isEqualTo("2026-06-01T08:00:00Z");
        assertThat(serving.at("/rejected").isNull()).isTrue();
        assertThat(serving.at("/rules/0/name").asString()).isEqualTo("assess");
        rules().trust("rule");
        await("rejection", () -> rules.inForce().rejected() != null);
        var problem = Json.mapper().readTree(Json.write(rules.inForce())).at("/rejected/problems/0");
        assertThat(problem.propertyNames())
                .containsExactly("file", "line", "column", "severity", "code", "message", "source");
    }

    @Test
    void many_files_at_once_are_one_reload() {
        String log = logOf(() -> {
            for (int i = 0; i < 50; i++) {
                rules().file("trust/more" + i + ".drl", "package advisor\n" + more("more " + i));
                pause(5);
            }
            awaitServing(rules, revision(folder));
            pause(700);
        });
        assertThat(log.lines()).hasSize(1).first().asString().contains("52 rules");
    }

    @Test
    void an_editor_that_saves_in_many_steps_causes_one_reload() {
        String text = "package advisor\n" + more("edited");
        String log = logOf(() -> {
            rules().file(".more.drl.swp", "x").file("4913", "").file("more.drl~", "old");
            delete(folder.resolve("4913"));
            rules().file("more.drl", text.substring(0, 40));
            pause(20);
            move("trust.drl", ".trust.drl.new");
            pause(20);
            move(".trust.drl.new", "trust.drl");
            rules().file("more.drl", text);
            awaitServing(rules, revision(folder));
            pause(700);
        });
        assertThat(log.lines()).hasSize(1).first().asString().contains("3 rules");
    }

    @Test
    void the_same_content_again_causes_nothing() {
        String log = logOf(() -> {
            say(folder, "first");
            touch("trust.drl", FileTime.fromMillis(0));
            rules().file("README.md", "a page").file("trust.drl~", "a backup");
            pause(900);
        });
        assertThat(log).isEmpty();
    }

    @Test
    void a_change_that_nobody_can_see_from_outside_is_found_when_it_is_read_once_more() {
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        String other = "2nd__";
        say(folder, "later");
        touchAll(time);
        awaitServing(rules, revision(folder));
        say(folder, other);
        touchAll(time);
        awaitServing(rules, revision(folder));
        assertThat(said(advise(rules))).contains(other);
    }

    @Test
    void a_folder_that_goes_away_and_comes_back_stops_nothing_and_is_told_once() {
        String log = logOf(() -> {
            move(temp.resolve("rules"), temp.resolve("elsewhere"));
            pause(900);
            assertThat(said(advise(rules))).contains("first");
            assertThat(Objects.requireNonNull(rules.inForce().rejected())
                            .problems()
                            .get(0)
                            .message())
                    .isEqualTo("cannot be read: there is no such folder");
            move(temp.resolve("elsewhere"), temp.resolve("rules"));
            say(folder, "back");
            awaitServing(rules, revision(folder));
            pause(700);
        });
        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().filter(line -> line.contains("cannot be read"))).hasSize(1);
        assertThat(log.lines().filter(line -> line.contains("can be read again")))
                .hasSize(1);
    }

    @Test
    void the_schema_follows_the_rules() {
        assertThat(rules.schema()).doesNotContain("Fleet");
        rules().trust("declare Fleet vehicles : int end\n"
                + rule("fleet", "Fleet( vehicles > 9 )", "new Recommend( \"CALL\", \"x\" )"));
        awaitServing(rules, revision(folder));
        assertThat(rules.schema()).contains("Fleet");
    }

    @Test
    void rules_that_break_the_compiler_itself_are_rejected_and_the_next_save_is_taken_up() {
        String deep = "(".repeat(20_000) + "true" + ")".repeat(20_000);
        rules().trust(rule("deep", "Customer( " + deep + " )", "new Recommend( \"CALL\", \"x\" )"));
        await("rejection", () -> rules.inForce().rejected() != null);
        assertThat(said(advise(rules))).contains("first");
        say(folder, "flat");
        awaitServing(rules, revision(folder));
    }

    @Test
    void every_advice_comes_from_one_revision_and_none_fails() {
        var done = new AtomicBoolean();
        List<CompletableFuture<Integer>> users = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> adviseUntil(done)))
                .limit(3)
                .toList();
        for (int i = 0; i < 10; i++) {
            say(folder, "word" + i);
            awaitServing(rules, revision(folder));
        }
        done.set(true);
        assertThat(users).allSatisfy(user -> assertThat(user.get()).isGreaterThan(10));
    }

    @Test
    void a_check_changes_neither_the_disk_nor_what_serves() {
        String before = revision(folder);
        Checked good = rules.check(Map.of("more.drl", "package advisor\n" + more("checked")));
        assertThat(good.problems()).isEmpty();
        assertThat(good.revision()).isNotEqualTo(before);
        Checked bad = rules.check(Map.of("trust.drl", "package advisor\nrule"));
        assertThat(bad.problems()).isNotEmpty();
        assertThat(rules.check(Map.of()).revision()).isEqualTo(before);
        Checked doubtful = rules.check(Map.of("actions.yaml", TinyRules.ACTIONS.replace(", zh: 新。", "")));
        assertThat(doubtful.problems()).isEmpty();
        assertThat(doubtful.warnings()).singleElement().asString().contains("actions.yaml");
        pause(900);
        assertThat(revision(folder)).isEqualTo(before);
        assertThat(rules.inForce().revision()).isEqualTo(before);
        assertThat(rules.inForce().rejected()).isNull();
    }

    @Test
    void closed_rules_answer_nobody() {
        rules.close();
        assertThatThrownBy(() -> advise(rules)).isInstanceOf(IllegalStateException.class);
        rules.close();
    }

    private int adviseUntil(AtomicBoolean done) {
        int count = 0;
        while (!done.get()) {
            List<String> said = said(advise(rules));
            assertThat(said.get(0)).isEqualTo(said.get(1));
            count++;
        }
        return count;
    }

    /** The word of the first half, the word of the second, and the revision. */
    private static List<String> said(Advice advice) {
        return List.of(
                advice.signals().get(0).name(),
                advice.actions().get(0).reasons().get(0).sentence(),
                advice.receipt().revision());
    }

    private TinyRules rules() {
        return new TinyRules(folder);
    }

    private static String more(String name) {
        return rule(name, "Customer()", "new Recommend( \"CALL\", \"more\" )");
    }

    private void touchAll(FileTime time) {
        List.of("actions.yaml", "scores.yaml", "assessment.drl", "trust.drl").forEach(name -> touch(name, time));
    }

    private void touch(String name, FileTime time) {
        attempt(() -> Files.setLastModifiedTime(folder.resolve(name), time));
    }

    private void move(String from, String to) {
        move(folder.resolve(from), folder.resolve(to));
    }

    private static void move(Path from, Path to) {
        attempt(() -> Files.move(from, to));
    }

    private static void delete(Path file) {
        attempt(() -> Files.deleteIfExists(file));
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Work {
        Object run() throws IOException;
    }
}
