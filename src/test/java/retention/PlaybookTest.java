package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import retention.rules.Playbook;
import retention.rules.RuleBook;
import retention.rules.RuleListing;

/** What the shipped rules cover. */
class PlaybookTest {

    @Test
    void every_rule_serves_a_play() {
        try (RuleBook book = RuleBook.open(Path.of("rules"))) {
            Playbook playbook = Objects.requireNonNull(book.playbook());
            assertThat(playbook.withoutPlay(book.listing()))
                    .extracting(RuleListing.Entry::name)
                    .isEmpty();
        }
    }

    @Test
    void every_play_has_a_rule_or_says_what_keeps_it() {
        try (RuleBook book = RuleBook.open(Path.of("rules"))) {
            Playbook playbook = Objects.requireNonNull(book.playbook());
            assertThat(playbook.withoutRule(book.listing())).isEmpty();
        }
    }

    @Test
    void every_action_is_recommended_by_some_rule() {
        try (RuleBook book = RuleBook.open(Path.of("rules"))) {
            assertThat(book.listing().neverRecommended(book.catalogue())).isEmpty();
        }
    }

    @Test
    void no_rule_is_longer_than_fifteen_lines_and_no_file_than_two_hundred() throws IOException {
        try (RuleBook book = RuleBook.open(Path.of("rules"))) {
            for (RuleListing.Entry rule : book.listing().rules()) {
                List<String> lines = Files.readAllLines(Path.of(rule.file()));
                assertThat(lines).as(rule.file()).hasSizeLessThanOrEqualTo(200);
                List<String> fromRule = lines.subList(rule.line() - 1, lines.size());
                assertThat(fromRule.indexOf("end") + 1).as(rule.name()).isBetween(1, 15);
            }
        }
    }
}
