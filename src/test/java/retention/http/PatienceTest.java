package retention.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long work may wait. */
final class PatienceTest {

    private static final long MILLI = 1_000_000;
    private static final int FEW = 8;

    private final Patience patience = new Patience(Duration.ofMillis(500), FEW);
    private final long start = System.nanoTime();

    @Test
    void a_rush_may_wait_for_the_whole_budget() {
        patience.idle(start);
        assertThat(patience.over(start, start + 100 * MILLI, 1000)).isFalse();
        assertThat(patience.overloaded(start + 100 * MILLI)).isFalse();
        patience.idle(start + 450 * MILLI);
        assertThat(patience.over(start, start + 500 * MILLI, 1000)).isFalse();
        assertThat(patience.over(start, start + 500 * MILLI + 1, 1000)).isTrue();
    }

    @Test
    void once_many_more_came_than_were_served_for_a_fifth_of_it_a_hundredth_must_do() {
        long later = start + 101 * MILLI;
        crowd(later);
        assertThat(patience.overloaded(later)).isTrue();
        assertThat(patience.over(later - 5 * MILLI, later, FEW + 1)).isFalse();
        assertThat(patience.over(later - 5 * MILLI - 1, later, FEW + 1)).isTrue();
    }

    @Test
    void as_long_as_not_many_more_come_than_are_served_it_is_a_rush_for_the_whole_budget() {
        patience.idle(start);
        serve(90, start + 50 * MILLI);
        assertThat(patience.shut(start + 101 * MILLI, 29)).isFalse();
        serve(90, start + 150 * MILLI);
        assertThat(patience.shut(start + 202 * MILLI, 59)).isFalse();
        serve(90, start + 250 * MILLI);
        assertThat(patience.shut(start + 303 * MILLI, 90)).isTrue();
    }

    @Test
    void who_waits_for_longer_than_the_budget_without_a_pause_is_in_no_rush() {
        patience.idle(start);
        serve(1000, start + 300 * MILLI);
        assertThat(patience.shut(start + 500 * MILLI, FEW)).isFalse();
        assertThat(patience.shut(start + 501 * MILLI, FEW)).isTrue();
    }

    @Test
    void a_crowd_that_comes_at_once_and_is_soon_worked_off_is_a_rush() {
        patience.idle(start);
        assertThat(patience.shut(start + 1, 800)).isFalse();
        serve(1000, start + 90 * MILLI);
        assertThat(patience.shut(start + 101 * MILLI, 300)).isFalse();
        serve(500, start + 150 * MILLI);
        assertThat(patience.shut(start + 202 * MILLI, 100)).isFalse();
    }

    @Test
    void the_few_next_in_line_may_always_wait_for_the_whole_budget() {
        patience.idle(start);
        long later = start + 900 * MILLI;
        assertThat(patience.over(later - 500 * MILLI, later, FEW)).isFalse();
        assertThat(patience.over(later - 500 * MILLI - 1, later, FEW)).isTrue();
    }

    @Test
    void when_nobody_waits_any_more_a_rush_may_come_again() {
        patience.idle(start);
        long later = start + 500 * MILLI;
        patience.idle(later);
        assertThat(patience.over(later, later + 90 * MILLI, 1000)).isFalse();
    }

    @Test
    void once_it_is_no_rush_the_door_is_shut_to_all_but_a_few() {
        crowd(start + 99 * MILLI);
        assertThat(patience.shut(start + 99 * MILLI, 1000)).isFalse();
        crowd(start + 101 * MILLI);
        assertThat(patience.shut(start + 101 * MILLI, FEW - 1)).isFalse();
        assertThat(patience.shut(start + 101 * MILLI, FEW)).isTrue();
    }

    @Test
    void a_moment_without_anybody_waiting_is_no_rest_while_others_are_refused() {
        long later = start + 200 * MILLI;
        crowd(later);
        assertThat(patience.shut(later, FEW)).isTrue();
        patience.idle(later);
        assertThat(patience.shut(later + 90 * MILLI, FEW)).isTrue();
        patience.idle(later + 91 * MILLI);
        assertThat(patience.overloaded(later + 189 * MILLI)).isTrue();
        patience.idle(later + 190 * MILLI);
        assertThat(patience.shut(later + 191 * MILLI, 1000)).isFalse();
    }

    /** Somebody waits since the start, and until now a thousand came. */
    private void crowd(long now) {
        patience.idle(start);
        assertThat(patience.over(start, start, 0)).isFalse();
        assertThat(patience.over(now, now, 1000)).isFalse();
    }

    private void serve(int customers, long now) {
        for (int i = 0; i < customers; i++) {
            assertThat(patience.over(now, now, 1)).isFalse();
        }
    }
}
