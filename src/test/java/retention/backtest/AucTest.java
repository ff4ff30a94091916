package retention.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class AucTest {

    @Test
    void every_pair_in_the_right_order_is_one_and_in_the_wrong_order_zero() {
        assertThat(Auc.of(new double[] {4, 3, 2, 1}, had(0, 1)).area()).isEqualTo(1);
        assertThat(Auc.of(new double[] {4, 3, 2, 1}, had(2, 3)).area()).isZero();
    }

    /** Pairs of with (5, 3) and without (3, 1, 4): 5 wins three, 3 ties, wins and loses: 4.5 of 6. */
    @Test
    void a_tie_counts_half() {
        assertThat(Auc.of(new double[] {5, 3, 3, 1, 4}, had(0, 1)).area()).isEqualTo(0.75);
    }

    @Test
    void equal_scores_are_chance() {
        Auc auc = Auc.of(new double[] {7, 7, 7, 7}, had(1));
        assertThat(auc.area()).isEqualTo(0.5);
        assertThat(auc.with()).isEqualTo(1);
        assertThat(auc.without()).isEqualTo(3);
    }

    /** A = .75, 2 with, 3 without: Q1 = .6, Q2 = 9/14; (.1875 + .0375 + 2 * 9/112) / 6 = .06429, its root .25355. */
    @Test
    void the_standard_error_is_that_of_hanley_and_mcneil() {
        assertThat(new Auc(0.75, 2, 3).standardError()).isCloseTo(0.25355, within(0.00001));
        assertThat(new Auc(0.5, 1, 1).standardError()).isEqualTo(0.5); // .25 / 1
    }

    @Test
    void the_interval_stays_where_an_area_can_be() {
        assertThat(new Auc(0.75, 2, 3).low()).isCloseTo(0.25304, within(0.00001));
        assertThat(new Auc(0.75, 2, 3).high()).isEqualTo(1);
        assertThat(new Auc(0.25, 2, 3).low()).isZero();
        assertThat(new Auc(1, 9, 9).low()).isEqualTo(1);
    }

    @Test
    void it_needs_some_with_and_some_without() {
        assertThatIllegalArgumentException().isThrownBy(() -> Auc.of(new double[] {1, 2}, had()));
        assertThatIllegalArgumentException().isThrownBy(() -> Auc.of(new double[] {1, 2}, had(0, 1)));
    }

    private static BitSet had(int... customers) {
        var had = new BitSet();
        for (int customer : customers) {
            had.set(customer);
        }
        return had;
    }
}
