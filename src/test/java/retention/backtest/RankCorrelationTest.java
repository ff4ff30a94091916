package retention.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    @Test
    void only_the_order_matters() {
        assertThat(of(new double[] {1, 2, 3}, new double[] {1, 10, 1000})).isEqualTo(1);
        assertThat(of(new double[] {1, 2, 3}, new double[] {9, 8, 0})).isEqualTo(-1);
    }

    /** Differences of ranks 0, 1, -1, 0, 0: 1 - 6 * 2 / (5 * 24) = .9. */
    @Test
    void without_ties_it_is_the_formula_of_the_textbooks() {
        assertThat(of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 2, 4, 5}))
                .isCloseTo(0.9, within(1e-12));
    }

    /** Ranks 1.5, 1.5, 3 and 1, 2, 3, less 2: products .5 + 0 + 1, squares 1.5 and 2: 1.5 / root of 3. */
    @Test
    void equal_values_share_their_mean_rank() {
        assertThat(of(new double[] {5, 5, 6}, new double[] {1, 2, 3})).isCloseTo(1.5 / Math.sqrt(3), within(1e-12));
    }

    @Test
    void what_never_varies_goes_with_nothing() {
        assertThat(RankCorrelation.of(new double[] {5, 5}, new double[] {1, 2})).isEmpty();
        assertThat(RankCorrelation.of(new double[] {1, 2}, new double[] {5, 5})).isEmpty();
    }

    private static double of(double[] one, double[] other) {
        return RankCorrelation.of(one, other).orElseThrow();
    }
}
