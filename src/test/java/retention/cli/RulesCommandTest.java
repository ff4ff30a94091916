package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.reload.LiveRules;
import retention.reload.RevisionLine;
import retention.reload.Revisions;
import retention.reload.Watching;
import retention.rules.Opening;
import retention.rules.RuleSources;
import retention.rules.TinyRules;

/** The revisions of the rules, from the command line. */
class RulesCommandTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path folder;
    private Path state;

    @BeforeEach
    void folders() {
        folder = temp.resolve("rules");
        state = temp.resolve("state");
        new TinyRules(folder).filler();
    }

    @Test
    void the_list_tells_each_revision_short_and_whole_and_what_differs() {
        String first = serve();
        new TinyRules(folder).trust(TinyRules.rule("other", "Customer()", "new Recommend( \"CALL\", \"x\" )"));
        String second = serve();
        assertThat(run("rules", "list")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .matches(second.substring(0, 12) + "  since \\S+Z, 2 rules, in \\Q" + folder + "\\E now");
        assertThat(lines.get(1)).isEqualTo("    " + second);
        assertThat(lines.get(2)).isEqualTo("    other than before: trust.drl");
        assertThat(lines.get(3)).matches(first.substring(0, 12) + "  since \\S+Z, 2 rules");
        assertThat(lines.get(4)).isEqualTo("    " + first);
    }

    @Test
    void a_revision_is_put_back_and_what_was_there_is_set_aside() throws Exception {
        String first = serve();
        new TinyRules(folder).trust("half a ru");
        assertThat(run("rules", "rollback", first.substring(0, 8))).isZero();
        assertThat(RuleSources.read(folder).revision()).isEqualTo(first);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(1))
                .isEqualTo(folder + " holds revision " + first.substring(0, 12) + "; changed: trust.drl");
        assertThat(lines.get(0)).startsWith("what was there is in " + state.resolve("set-aside"));
        Path aside = Path.of(lines.get(0).replace("what was there is in ", ""));
        assertThat(Files.readString(aside.resolve("trust.drl"))).contains("half a ru");
        assertThat(run("rules", "rollback", first.substring(0, 8))).isZero();
        assertThat(out.toString())
                .endsWith(folder + " held revision " + first.substring(0, 12) + " already; nothing was changed\n");
    }

    @Test
    void what_cannot_be_put_back_is_exit_code_1_and_told() {
        serve();
        assertThat(run("rules", "rollback", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("no kept revision begins like that");
    }

    @Test
    void without_any_the_list_says_who_keeps_them() {
        assertThat(run("rules", "list")).isZero();
        assertThat(out.toString()).contains("no revision is kept in " + state, "'serve' keeps them");
    }

    @Test
    void wrong_use_is_exit_code_2() {
        assertThat(run("rules")).isEqualTo(2);
        assertThat(run("rules", "rollback")).isEqualTo(2);
        assertThat(run("serve", "--keep", "0")).isEqualTo(2);
        assertThat(run("serve", "--quiet", "-1")).isEqualTo(2);
        assertThat(err.toString())
                .contains("say whether to list or rollback", "REVISION", "--keep must be", "--quiet must be");
    }

    @Test
    void each_of_both_explains_itself() {
        assertThat(run("rules", "list", "--help")).isZero();
        assertThat(run("rules", "rollback", "--help")).isZero();
        assertThat(out.toString()).contains("Lists the kept revisions, newest first", "Puts a kept revision back");
    }

    /** What a server keeps when it starts. */
    private String serve() {
        var revisions = new Revisions(state, 20);
        Watching never = Watching.defaults().quietFor(Duration.ofHours(1));
        try (LiveRules live = LiveRules.open(folder, never, revisions, Opening.standard(), InstantSource.system())) {
            List<RevisionLine> kept = live.revisions();
            assertThat(kept.get(0).inFolder()).isTrue();
            return kept.get(0).revision();
        }
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (args.length > 1 && args[0].equals("rules")) {
            all.addAll(List.of("--rules", folder.toString(), "--state", state.toString()));
        }
        return Advisor.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
