package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
