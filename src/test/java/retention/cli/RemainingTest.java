package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a terminal shows of a long run whose length is known. */
class RemainingTest {

    @AfterEach
    void no_terminal() {
        System.clearProperty("advisor.terminal");
    }

    @Test
    void times_are_told_in_minutes_and_seconds() {
        assertThat(Remaining.time(0)).isEqualTo("0 s");
        assertThat(Remaining.time(59_000)).isEqualTo("59 s");
        assertThat(Remaining.time(59_001)).isEqualTo("1 min 0 s");
        assertThat(Remaining.time(125_000)).isEqualTo("2 min 5 s");
    }

    @Test
    void a_terminal_is_told_how_much_is_left_and_a_file_nothing() throws InterruptedException {
        var err = new StringWriter();
        Remaining quiet = Remaining.of(2, "changes", new PrintWriter(err));
        quiet.done();
        quiet.end();
        assertThat(err).hasToString("");
        System.setProperty("advisor.terminal", "true");
        Remaining shown = Remaining.of(3, "changes", new PrintWriter(err));
        Thread.sleep(600); // it speaks twice a second
        shown.done();
        assertThat(err.toString()).matches("(?s)\\r1 of 3 changes, about [12] s left.*");
        shown.end();
        assertThat(err.toString()).contains("1 changes in 1 s, ");
    }
}
