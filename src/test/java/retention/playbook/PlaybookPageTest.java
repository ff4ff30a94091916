package retention.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.rules.TinyRules.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.RuleBook;
import retention.rules.TinyRules;

class PlaybookPageTest {

    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void fill() {
        rules = new TinyRules(folder)
                .file("playbook.yaml", TinyRules.PLAYBOOK)
                .assessment("// T1. A sign.\n"
                        + rule(
                                "late",
                                "Customer( $n : orders.late(3).count, $n > 0 )",
                                all(
                                        "Evidence( Dimension.SWITCHING_COST, 5 * $n, \"x\" )",
                                        "Signal( \"came late\", \"x\" )")))
                .trust("// T1, T2. We_know *both* | and\n// say `so`.\n"
                        + rule(
                                "tell | them",
                                "Customer()",
                                all(
                                        "Recommend( \"CALL\", \"x\" )",
                                        "Recommend( \"FIX_SITE\", \"x\" )",
                                        "Withhold( \"NEWS\", \"x\" )")));
    }

    @Test
    void a_play_shows_what_we_do_when_who_does_it_and_why() {
        assertThat(page()).contains("""
                ### T1 - Late

                Say it.

                | when | what we do | who does it | why |
                |---|---|---|---|
                | [tell \\| them](trust.drl#4) | [Call](#call-call)<br>[Fix the site](#fix-the-site-fix_site)<br>not: [News](#news-news) \
                | care (service): phone, email<br>site (task) | We_know \\*both\\* \\| and say \\`so\\`. |

                | what counts | points | why |
                |---|---|---|
                | [late](assessment.drl#3) | switching cost +5 * n<br>sign: came late | A sign. |

                ### T2 - Late again

                Mend.

                | when | what we do | who does it | why |
                """.replace("5 * n", "5 \\* n"));
    }

    @Test
    void a_play_without_a_rule_says_so_or_says_what_keeps_it() {
        assertThat(page()).contains("""
                ### T3 - A breach

                Explain.

                *No rule does this yet.*

                ## Whom to keep

                ### V4 - Nothing helps

                Leave alone.

                **What keeps it:** The fallback.
                """).doesNotContain("Rules of no play");
    }

    @Test
    void a_rule_of_no_play_is_not_lost() throws Exception {
        rules.trust("// Why not.\n" + rule("alone", "Customer()", "new Withhold( \"NEWS\", \"x\" )"));
        String section = """

                ## Rules of no play

                | when | what we do | who does it | why |
                |---|---|---|---|
                | [alone](trust.drl#3) | not: [News](#news-news) | | Why not. |
                """;
        assertThat(page()).contains(section);
        Files.delete(folder.resolve("playbook.yaml"));
        assertThat(page()).contains(section).contains("[late](assessment.drl#3)");
    }

    @Test
    void a_tag_that_a_rule_withholds_leads_to_the_actions_it_stands_for() {
        rules.file("actions.yaml", TinyRules.ACTIONS.replace("group: price,", "group: price, tags: [selling],"))
                .trust("// T1. Why.\n" + rule("a", "Customer()", "new Withhold( \"selling\", \"x\" )"));
        assertThat(page())
                .contains(
                        "| not: all of [selling](#tags-what-rules-withhold-together) | | Why. |",
                        """

                        ### Tags: what rules withhold together

                        | tag | actions |
                        |---|---|
                        | selling | [Discount](#discount-discount)<br>[Gift](#gift-gift) |
                        """,
                        "| tags | selling |\n");
    }

    @Test
    void what_is_low_and_high_is_told() {
        assertThat(page()).contains("""
                | score | begins at | low below | high from |
                |---|---|---|---|
                | trust | 60 | 40 | 70 |
                | satisfaction | 60 | 40 | 70 |
                | switching cost | 40 | 35 | 65 |

                ## The catalogue of actions
                """);
    }

    @Test
    void the_catalogue_shows_every_action_with_its_words() {
        rules.file(
                "actions.yaml",
                TinyRules.ACTIONS.replace("value: 5, text: { en: News.", "value: 2.5, text: { en: \"{days} | news\""));
        assertThat(page())
                .contains(
                        """
                #### Call (CALL)

                | kind | service |
                |---|---|
                | for the plays | [T1](#t1---late) [T2](#t2---late-again) |
                | owner | care |
                | channels, best first | phone, email |
                | to be done within | 2 days |
                | cost | 5 |
                | value | 40 |
                | the value is an estimate of | a part of all that is still to come from the customer |
                | may be spent without asking | 15 |
                | English | Hello. |
                | Chinese | 你好。 |
                """,
                        """
                #### Gift (GIFT)

                | kind | marketing |
                |---|---|
                | owner | marketing |
                | channels, best first | post, email |
                | to be done within | 14 days |
                | cost | 10 |
                | value | 50 |
                | the value is an estimate of | goodwill, which brings little at once |
                | group | price |
                """,
                        "| value | 2.5 |\n",
                        "| English | {days} \\| news |\n",
                        """
                | kind | task |
                |---|---|
                | advised | when no other action is left |
                """,
                        "| advised | whenever a customer asked to cancel |");
    }

    @Test
    void every_link_within_the_page_leads_to_a_heading() {
        rules.file(
                "playbook.yaml",
                TinyRules.PLAYBOOK.replace("when: Late,", "when: \"The *customer's* parcel - an `_old_` one, 50%\","));
        String page = page();
        List<String> headings = Pattern.compile("(?m)^#+ (.*)$")
                .matcher(page)
                .results()
                .map(found -> Markdown.anchor(found.group(1).replace("\\", "")))
                .toList();
        List<String> links = Pattern.compile("\\(#([^)]*)\\)")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(headings).doesNotHaveDuplicates().containsAll(links);
        assertThat(links).contains("t1---the-customers-parcel---an-_old_-one-50", "whom-to-keep");
    }

    @Test
    void words_do_not_turn_into_headings_lists_or_entities() {
        rules.file(
                "playbook.yaml",
                TinyRules.PLAYBOOK
                        .replace("what: Say it.", "what: \"# say &lt;it\"")
                        .replace("what: Mend.", "what: \"- mend\"")
                        .replace("what: Explain.", "what: \"1. explain\""));
        assertThat(page()).contains("\n\\# say \\&lt;it\n", "\n\\- mend\n", "\n1\\. explain\n");
    }

    private static String all(String... conclusions) {
        return "new " + String.join(" );\n    insert( new ", conclusions);
    }

    private String page() {
        try (RuleBook book = rules.open()) {
            return PlaybookPage.of(book, rule -> Path.of(rule.file()).getFileName() + "#" + rule.line());
        }
    }
}
