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
        pass(0, 500, 1000, 0, 1);
        assertThat(patience.over(start, at(500), 0)).isFalse();
        assertThat(patience.over(start, at(500) + 1, 0)).isTrue();
    }

    @Test
    void once_many_more_come_than_are_served_and_wait_for_a_twentieth_of_it_a_hundredth_must_do() {
        overload();
        assertThat(patience.overloaded(at(102))).isTrue();
        assertThat(patience.shut(at(120), FEW)).isTrue();
        assertThat(patience.over(at(115), at(120), FEW + 1)).isFalse();
        assertThat(patience.over(at(115) - 1, at(120), FEW + 1)).isTrue();
    }

    @Test
    void four_who_come_for_three_who_are_served_are_many_more() {
        patience.idle(start);
        pass(0, 200, 120, 60, 19);
        pass(200, 300, 60, 60, 39);
        assertThat(patience.shut(at(300), 39)).isFalse();
        assertThat(patience.over(at(303), at(304), 59)).isFalse();
        assertThat(patience.over(at(250), at(305), FEW)).isFalse();
        assertThat(patience.shut(at(306), 59)).isTrue();
    }

    @Test
    void as_long_as_not_many_more_come_than_are_served_half_of_it_is_not_too_long() {
        patience.idle(start);
        pass(0, 800, 800, 0, 1);
        assertThat(patience.over(at(551), at(801), 160)).isFalse();
        assertThat(patience.shut(at(801), FEW)).isFalse();
        assertThat(patience.over(at(550), at(801), 1)).isFalse();
        assertThat(patience.shut(at(801), FEW - 1)).isFalse();
        assertThat(patience.shut(at(801), FEW)).isTrue();
    }

    @Test
    void when_nobody_can_begin_those_who_come_wait_all_the_same() {
        patience.idle(start);
        for (int i = 1; i <= 20; i++) {
            assertThat(patience.shut(at(5 * i), FEW)).isFalse();
        }
        assertThat(patience.shut(at(101), FEW)).isTrue();
    }

    @Test
    void while_nothing_moved_nobody_waited() {
        patience.idle(start);
        pass(0, 50, 100, 0, 1);
        assertThat(patience.shut(at(350), 800)).isFalse();
        assertThat(patience.over(at(49), at(351), 800)).isFalse();
        assertThat(patience.shut(at(352), 800)).isFalse();
        assertThat(patience.over(start, at(501), 0)).isTrue();
    }

    @Test
    void the_few_next_in_line_may_always_wait_for_the_whole_budget() {
        overload();
        assertThat(patience.over(at(400), at(900), FEW)).isFalse();
        assertThat(patience.over(at(400) - 1, at(900), FEW)).isTrue();
    }

    @Test
    void when_nobody_waits_any_more_a_rush_may_come_again() {
        overload();
        patience.idle(at(121));
        assertThat(patience.shut(at(122), 1000)).isFalse();
        pass(122, 162, 40, 0, 1);
        assertThat(patience.over(at(102), at(163), 1)).isFalse();
        assertThat(patience.shut(at(163), 1000)).isFalse();
    }

    @Test
    void once_it_is_no_rush_the_door_is_shut_to_all_but_a_few() {
        overload();
        assertThat(patience.shut(at(121), FEW - 1)).isFalse();
        assertThat(patience.shut(at(121), FEW)).isTrue();
    }

    @Test
    void a_moment_without_anybody_waiting_is_no_rest_while_others_are_refused() {
        overload();
        long later = at(121);
        assertThat(patience.shut(later, FEW)).isTrue();
        patience.idle(later);
        assertThat(patience.shut(later + 90 * MILLI, FEW)).isTrue();
        patience.idle(later + 91 * MILLI);
        assertThat(patience.overloaded(later + 189 * MILLI)).isTrue();
        patience.idle(later + 190 * MILLI);
        assertThat(patience.shut(later + 191 * MILLI, 1000)).isFalse();
    }

    /** Twice as many come as are served: who begins after 102 milliseconds has waited for 26. */
    private void overload() {
        patience.idle(start);
        for (int i = 1; i <= 100; i++) {
            assertThat(patience.over(at(i) - i * MILLI / 2, at(i), i)).isFalse();
        }
        assertThat(patience.over(at(100), at(101), 101)).isFalse();
        assertThat(patience.over(at(76), at(102), FEW)).isFalse();
    }

    /** So many are served between two times, in milliseconds, each after so long, with so many behind. */
    private void pass(int from, int to, int customers, int waited, int behind) {
        for (int i = 1; i <= customers; i++) {
            long now = at(from) + (to - from) * MILLI * i / customers;
            assertThat(patience.over(now - waited * MILLI, now, behind)).isFalse();
        }
    }

    private long at(int millis) {
        return start + millis * MILLI;
    }
}
