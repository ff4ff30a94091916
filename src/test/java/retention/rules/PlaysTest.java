package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plays of playbook.yaml, and the rules that name them. */
class PlaysTest {

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder)
                .file("playbook.yaml", TinyRules.PLAYBOOK)
                .assessment("// T1. A sign.\n"
                        + rule(
                                "assess",
                                "Customer( $late : orders.late(3).count )",
                                "new Evidence( Dimension.TRUST, -5 * $late, \"late\" )"))
                .trust("// T1, T2. Say it\n// before they ask.\n"
                        + rule("tell", "Customer()", "new Recommend( \"CALL\", \"x\" )")
                        + "// Why not.\n"
                        + rule("be quiet", "Customer()", "new Withhold( \"NEWS\", \"x\" )"));
    }

    @Test
    void the_listing_tells_which_plays_a_rule_serves_and_what_it_concludes() {
        try (RuleBook book = rules.open()) {
            List<RuleListing.Entry> entries = book.listing().rules();
            assertThat(entries).extracting(RuleListing.Entry::plays).containsExactly(of("T1"), of("T1", "T2"), of());
            assertThat(entries)
                    .extracting(RuleListing.Entry::note)
                    .containsExactly("A sign.", "Say it before they ask.", "Why not.");
            assertThat(entries.get(0).evidence()).containsExactly(new RuleListing.Points("TRUST", "-5 * $late"));
            assertThat(entries.get(1).recommends()).containsExactly("CALL");
            assertThat(entries.get(2).withholds()).containsExactly("NEWS");
        }
    }

    @Test
    void plays_without_a_rule_and_rules_without_a_play_are_known() {
        try (RuleBook book = rules.open()) {
            Playbook plays = Objects.requireNonNull(book.playbook());
            assertThat(plays.codes()).containsExactly("T1", "T2", "T3", "V4");
            assertThat(plays.withoutRule(book.listing()))
                    .as("V4 is kept by something else")
                    .containsExactly("T3");
            assertThat(plays.withoutPlay(book.listing()))
                    .extracting(RuleListing.Entry::name)
                    .containsExactly("be quiet");
        }
    }

    @Test
    void a_play_that_the_playbook_lacks() {
        rules.trust("// T1,\n// T99. Say it.\n" + rule("a", "Customer()", "new Recommend( \"CALL\", \"x\" )"));
        assertThat(rules.problems())
                .containsExactly("trust.drl:3:4: there is no play \"T99\" in playbook.yaml - did you mean \"T1\"?");
    }

    @Test
    void without_a_playbook_no_code_is_checked() throws Exception {
        Files.delete(folder.resolve("playbook.yaml"));
        try (RuleBook book = rules.open()) {
            assertThat(book.playbook()).isNull();
            assertThat(book.listing().rules().get(1).plays()).containsExactly("T1", "T2");
        }
    }

    @Test
    void a_comment_that_only_resembles_a_code_names_no_play() {
        rules.trust("// T1 is what this is about.\n" + rule("a", "Customer()", "new Recommend( \"CALL\", \"x\" )")
                + "// Half of 2026. T2.\n" + rule("b", "Customer()", "new Recommend( \"CALL\", \"x\" )"));
        try (RuleBook book = rules.open()) {
            assertThat(book.listing().rules())
                    .filteredOn(entry -> entry.strategy().equals("trust"))
                    .extracting(RuleListing.Entry::note)
                    .containsExactly("T1 is what this is about.", "Half of 2026. T2.");
            assertThat(Objects.requireNonNull(book.playbook()).withoutPlay(book.listing()))
                    .hasSize(2);
        }
    }

    @Test
    void mistakes_in_the_playbook() {
        rules.file("playbook.yaml", TinyRules.PLAYBOOK.replace("what: Mend.", "waht: Mend."));
        assertThat(rules.problems())
                .containsExactly("playbook.yaml:5:31: T2: waht is not known here - did you mean \"what\"?");
        rules.file(
                "playbook.yaml",
                TinyRules.PLAYBOOK
                        .replace("what: Mend.", "what: \"\"")
                        .replace("T3:", "t3:")
                        .replace("V4:", "T1:")
                        .replace("keptBy: The fallback.", "keptBy: \"\""));
        assertThat(rules.problems())
                .containsExactly(
                        "playbook.yaml:5:37: T2: what is empty: what we do about it",
                        "playbook.yaml:6:7: t3: a code is written in capitals with a number behind, like T1",
                        "playbook.yaml:9:7: T1: is a play already: line 4",
                        "playbook.yaml:9:62: T1: keptBy is empty: what keeps it");
    }

    @Test
    void a_playbook_without_plays() {
        rules.file("playbook.yaml", "parts: []\n");
        assertThat(rules.problems())
                .containsExactly("playbook.yaml:1:8: names no part: write parts: [{ title: ..., plays: ... }]");
        rules.file("playbook.yaml", TinyRules.PLAYBOOK + "  - about: more\n");
        assertThat(rules.problems())
                .containsExactly(
                        "playbook.yaml:10:5: this part: plays is missing: the plays stand below it",
                        "playbook.yaml:10:5: this part: title is missing: what the plays are about");
        rules.file("playbook.yaml", "");
        assertThat(rules.problems()).containsExactly("playbook.yaml: is empty");
    }

    private static List<String> of(String... codes) {
        return List.of(codes);
    }
}
