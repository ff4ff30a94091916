package retention.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.rules.RuleBook;
import retention.rules.RuleSources;

/** When a book that went out of force is closed. */
class ServingTest {

    private static final Customer ANNA =
            CustomerReader.read("{\"id\":\"anna\"}".getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);

    @TempDir
    private Path folder;

    private Serving serving;

    @BeforeEach
    void open() {
        Saved.say(folder, "word");
        RuleSources sources = RuleSources.read(folder);
        serving = new Serving(RuleBook.open(sources), sources, Instant.EPOCH);
    }

    @Test
    void a_book_in_force_stays_open_whoever_leaves() {
        assertThat(serving.enter()).isTrue();
        serving.leave();
        assertThat(serving.enter()).isTrue();
        assertThat(serving.book().advise(ANNA).actions()).isNotEmpty();
    }

    @Test
    void a_book_out_of_force_is_closed_when_its_last_user_leaves_and_not_before() {
        serving.enter();
        serving.enter();
        serving.leave(); // out of force
        assertThat(serving.book().advise(ANNA).actions()).isNotEmpty();
        serving.leave();
        assertThat(serving.book().advise(ANNA).actions()).isNotEmpty();
        serving.leave();
        assertThatThrownBy(() -> serving.book().advise(ANNA)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_enters_a_closed_book() {
        serving.leave();
        assertThat(serving.enter()).isFalse();
        assertThat(serving.enter()).isFalse();
    }
}
