package retention.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long work may wait. */
final class PatienceTest {

    private static final long MILLI = 1_000_000;
    private static final int FEW = 8;

    private final Patience patience = new Patience(Duration.ofSeconds(1), FEW);
    private final long start = System.nanoTime();

    @Test
    void a_rush_may_wait_for_the_whole_budget() {
        patience.idle(start);
        pass(0, 1000, 2000, 0, 1);
        assertThat(over(start, at(1000), 0)).isFalse();
        assertThat(over(start, at(1000) + 1, 0)).isTrue();
    }

    @Test
    void once_many_more_have_come_for_a_tenth_of_it_who_came_last_goes_first() {
        patience.idle(start);
        comeTwice(101);
        assertThat(patience.newestFirst(at(50), at(101))).isFalse();
        comeMore(2, 102, 101);
        assertThat(patience.newestFirst(at(51), at(102))).isTrue();
        for (int i = 102; i < 204; i++) { // nobody comes
            assertThat(patience.newestFirst(at(i - 51), at(i))).isTrue();
            assertThat(patience.over(at(i - 51), at(i), 100)).isFalse();
        }
        assertThat(patience.newestFirst(at(153), at(204))).isFalse();
    }

    @Test
    void after_nothing_moved_the_oldest_goes_first() {
        patience.idle(start);
        comeTwice(110);
        assertThat(patience.newestFirst(at(135), at(135))).isTrue();
        assertThat(patience.newestFirst(at(135), at(161))).isFalse();
    }

    @Test
    void once_overloaded_the_oldest_go_first_and_are_refused() {
        overload();
        assertThat(patience.newestFirst(at(461), at(511))).isFalse();
    }

    @Test
    void who_is_passed_over_waits_all_the_same_though_those_who_begin_have_not_waited() {
        patience.idle(start);
        for (int i = 0; i < 510; i++) {
            comeMore(2, i, i);
            patience.newestFirst(at(i - 100), at(i));
            assertThat(patience.over(at(i), at(i), i)).isFalse();
        }
        assertThat(patience.shut(at(510), 510)).isTrue();
    }

    @Test
    void once_many_more_come_for_half_of_it_and_wait_for_a_fortieth_a_four_hundredth_must_do() {
        overload();
        assertThat(patience.overloaded(at(511))).isTrue();
        assertThat(patience.shut(at(517), FEW)).isTrue();
        assertThat(over(at(517) - 5 * MILLI / 2, at(517), FEW + 1)).isFalse();
        assertThat(over(at(517) - 5 * MILLI / 2 - 1, at(517), FEW + 1)).isTrue();
    }

    @Test
    void what_piles_up_for_less_than_half_of_it_is_a_rush_that_may_be_worked_off() {
        patience.idle(start);
        comeTwice(459);
        pass(459, 507, 48, 100, 459);
        assertThat(patience.shut(at(508), 459)).isFalse();
        pass(508, 558, 50, 24, 50);
        comeTwice(558, 1069, 100);
        assertThat(patience.shut(at(1070), 600)).isFalse();
    }

    @Test
    void more_than_eleven_who_come_for_ten_who_are_served_are_many_more() {
        patience.idle(start);
        grow(68, 26, 9);
        comeMore(8, 459, 72);
        pass(459, 500, 49, 26, 80);
        assertThat(patience.shut(at(505), 80)).isTrue();
    }

    @Test
    void they_are_counted_for_as_long_as_they_wait_not_for_each_moment() {
        patience.idle(start);
        for (int look = 0; look < 8; look += 2) {
            grow(102, 26, look, 43 * look / 2);
            grow(61, 26, look + 1, 43 * look / 2 + 42);
        }
        grow(102, 26, 8, 172);
        pass(459, 500, 49, 26, 214);
        assertThat(patience.shut(at(505), 214)).isTrue();
    }

    @Test
    void who_came_before_and_had_not_to_wait_is_not_counted() {
        patience.idle(start);
        pass(0, 255, 2000, 0, 1);
        comeTwice(255, 810, 0);
        assertThat(patience.shut(at(811), 555)).isTrue();
    }

    @Test
    void twelve_who_come_for_eleven_who_are_served_are_not() {
        patience.idle(start);
        grow(65, 26, 12);
        assertThat(patience.shut(at(613), 65)).isFalse();
    }

    @Test
    void many_more_who_wait_for_less_than_a_fortieth_are_no_overload() {
        patience.idle(start);
        grow(81, 24, 12);
        assertThat(patience.shut(at(613), 252)).isFalse();
    }

    @Test
    void who_found_no_place_has_come_all_the_same() {
        patience.idle(start);
        for (int i = 0; i < 510; i++) {
            comeMore(2, i, 1000);
            assertThat(over(at(i - 100), at(i), 999)).isFalse();
        }
        assertThat(patience.shut(at(510), 1000)).isTrue();
    }

    @Test
    void as_long_as_not_many_more_come_than_are_served_half_of_it_is_not_too_long() {
        patience.idle(start);
        pass(0, 800, 800, 0, 1);
        pass(800, 1500, 700, 499, 160);
        assertThat(patience.shut(at(1500), FEW)).isFalse();
        pass(1500, 1988, 488, 501, 160);
        assertThat(patience.shut(at(1988), FEW)).isFalse();
        pass(1988, 1990, 2, 501, FEW - 1);
        assertThat(patience.shut(at(1991), FEW - 1)).isFalse();
        assertThat(patience.shut(at(1991), FEW)).isTrue();
    }

    @Test
    void when_nobody_can_begin_those_who_come_wait_all_the_same() {
        patience.idle(start);
        for (int i = 1; i <= 109; i++) {
            assertThat(patience.shut(at(5 * i), 100 * i)).isFalse();
        }
        assertThat(patience.shut(at(550), 11_000)).isTrue();
    }

    @Test
    void while_nothing_moved_nobody_waited() {
        patience.idle(start);
        pass(0, 50, 100, 0, 1);
        assertThat(patience.shut(at(350), 800)).isFalse();
        assertThat(over(at(49), at(351), 800)).isFalse();
        assertThat(patience.shut(at(352), 800)).isFalse();
        assertThat(over(start, at(1001), 0)).isTrue();
    }

    @Test
    void who_waited_while_nothing_moved_has_waited_since_then() {
        patience.idle(start);
        pass(0, 50, 100, 0, 1);
        for (int i = 650; i < 1165; i++) {
            assertThat(patience.shut(at(i), 800)).isFalse();
            assertThat(over(at(170), at(i), 800)).isFalse();
        }
        assertThat(patience.shut(at(1165), 800)).isFalse();
    }

    @Test
    void in_an_overload_too_nobody_waits_while_nothing_moves() {
        overload();
        assertThat(over(at(512), at(545), FEW + 1)).isFalse();
        assertThat(over(at(512), at(548), FEW + 1)).isTrue();
    }

    @Test
    void what_piled_up_before_nothing_moved_counts_no_more() {
        patience.idle(start);
        comeTwice(509);
        assertThat(patience.shut(at(536), 509)).isFalse();
        assertThat(patience.shut(at(538), 510)).isFalse();
    }

    @Test
    void the_few_next_in_line_may_always_wait_for_the_whole_budget() {
        overload();
        assertThat(over(at(-489), at(511), FEW)).isFalse();
        assertThat(over(at(-489) - 1, at(511), FEW)).isTrue();
    }

    @Test
    void when_not_many_more_come_for_half_a_budget_a_rush_may_come_again() {
        overload();
        refuseHalf(511, 900);
        pass(900, 1507, 607, 0, 1);
        patience.idle(at(1507));
        assertThat(patience.shut(at(1508), 1000)).isFalse();
        pass(1508, 1648, 140, 0, 1);
        assertThat(over(at(1549), at(1649), 1)).isFalse();
        assertThat(patience.shut(at(1649), 1000)).isFalse();
    }

    @Test
    void an_overload_in_which_everything_stands_still_for_a_moment_goes_on() {
        overload();
        refuseHalf(511, 1101);
        patience.idle(at(1301));
        assertThat(patience.shut(at(1302), 1000)).isTrue();
        refuseHalf(1303, 1551);
        patience.idle(at(1751));
        assertThat(patience.shut(at(1752), 1000)).isTrue();
    }

    @Test
    void an_overload_lasts_for_half_a_budget_after_one_in_which_many_more_came() {
        overload();
        refuseHalf(511, 800);
        pass(800, 1160, 360, 0, 1);
        assertThat(patience.shut(at(1161), FEW)).isTrue();
    }

    @Test
    void it_lasts_no_longer_when_not_many_more_come_though_some_were_refused() {
        overload();
        refuseHalf(511, 1011);
        pass(1011, 1605, 600, 0, 1);
        assertThat(patience.shut(at(1606), FEW)).isFalse();
    }

    @Test
    void it_lasts_while_a_tenth_more_come_than_are_served() {
        overload();
        refuseOneFor(9, 511, 1511);
        pass(1511, 1612, 101, 0, 1);
        assertThat(patience.shut(at(1613), FEW)).isTrue();
    }

    @Test
    void it_lasts_no_longer_when_less_than_that_come() {
        overload();
        refuseOneFor(11, 511, 1511);
        pass(1511, 1612, 101, 0, 1);
        assertThat(patience.shut(at(1613), FEW)).isFalse();
    }

    @Test
    void who_is_refused_after_waiting_is_not_served() {
        overload();
        for (int i = 511; i < 1512; i++) {
            assertThat(patience.shut(at(i), FEW - 1)).isFalse();
            assertThat(patience.shut(at(i), FEW - 1)).isFalse();
            assertThat(over(at(i - 6), at(i), FEW + 1)).isTrue();
            assertThat(over(at(i - 2), at(i), FEW)).isFalse();
        }
        patience.idle(at(1701));
        assertThat(patience.shut(at(1702), FEW)).isTrue();
    }

    @Test
    void a_rush_in_the_last_moment_of_half_a_budget_is_no_overload() {
        patience.idle(start);
        pass(0, 490, 490, 0, 1);
        comeMore(1000, 491, 0);
        assertThat(over(at(491), at(502), 999)).isFalse();
        assertThat(over(at(491), at(512), 998)).isFalse();
    }

    @Test
    void after_silence_a_rush_may_come_again() {
        overload();
        refuseHalf(511, 1101);
        patience.idle(at(2150));
        assertThat(patience.shut(at(2151), 1000)).isFalse();
    }

    @Test
    void once_it_is_no_rush_the_door_is_shut_to_all_but_a_few() {
        overload();
        assertThat(patience.shut(at(527), FEW - 1)).isFalse();
        assertThat(patience.shut(at(527), FEW)).isTrue();
    }

    @Test
    void a_moment_without_anybody_waiting_is_no_rest_while_others_are_refused() {
        patience.idle(start);
        pass(0, 800, 800, 0, 1);
        pass(800, 1358, 558, 501, FEW - 1);
        long later = at(1366);
        assertThat(patience.shut(later, FEW)).isTrue();
        patience.idle(later);
        assertThat(patience.shut(later + 90 * MILLI, FEW)).isTrue();
        patience.idle(later + 91 * MILLI);
        assertThat(patience.overloaded(later + 189 * MILLI)).isTrue();
        patience.idle(later + 190 * MILLI);
        assertThat(patience.shut(later + 191 * MILLI, 1000)).isFalse();
    }

    /** Twice as many come as are served, until that is no rush any more. */
    private void overload() {
        patience.idle(start);
        comeTwice(509);
        assertThat(over(at(255), at(510), 510)).isTrue();
    }

    /** In each millisecond one is refused at the door and one is served soon. */
    private void refuseHalf(int from, int until) {
        for (int i = from; i < until; i++) {
            assertThat(patience.shut(at(i), FEW)).isTrue();
            assertThat(patience.shut(at(i), 0)).isFalse();
            assertThat(over(at(i - 2), at(i), 0)).isFalse();
        }
    }

    /** In each millisecond one is served soon, and one is refused for so many who are served. */
    private void refuseOneFor(int served, int from, int until) {
        for (int i = from; i < until; i++) {
            if (i % served == 0) {
                assertThat(patience.shut(at(i), FEW)).isTrue();
            }
            assertThat(patience.shut(at(i), 0)).isFalse();
            assertThat(over(at(i - 2), at(i), 0)).isFalse();
        }
    }

    private void comeTwice(int until) {
        comeTwice(0, until, 0);
    }

    /** Two come and one is served in each millisecond, as many waiting already. */
    private void comeTwice(int from, int until, int waiting) {
        for (int i = 1; i <= until - from; i++) {
            long now = at(from + i);
            comeMore(2, from + i, waiting + i - 1);
            assertThat(over(now - i * MILLI / 2, now, waiting + i)).isFalse();
        }
    }

    /** So many come and sixty begin after so many milliseconds in each look. */
    private void grow(int come, int waited, int looks) {
        for (int look = 0; look < looks; look++) {
            grow(come, waited, look, look * (come - 60));
        }
    }

    private void grow(int come, int waited, int look, int waiting) {
        comeMore(come - 60, 51 * look, waiting);
        pass(51 * look, 51 * (look + 1), 60, waited, waiting + come - 60);
    }

    /** So many come at a time and are let in. */
    private void comeMore(int customers, int millis, int before) {
        for (int i = 0; i < customers; i++) {
            assertThat(patience.shut(at(millis), before + i)).isFalse();
        }
    }

    /** So many come and are served between two times, in milliseconds, each after so long, with so many behind. */
    private void pass(int from, int to, int customers, int waited, int behind) {
        for (int i = 1; i <= customers; i++) {
            long now = at(from) + (to - from) * MILLI * i / customers;
            assertThat(patience.shut(now, behind)).isFalse();
            assertThat(over(now - waited * MILLI, now, behind)).isFalse();
        }
    }

    /** Whether who came then has waited for too long, the oldest of all. */
    private boolean over(long came, long now, int behind) {
        patience.newestFirst(came, now);
        return patience.over(came, now, behind);
    }

    private long at(int millis) {
        return start + millis * MILLI;
    }
}
