package retention.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenthTest {

    @Test
    void the_highest_risk_comes_first() {
        int[] risks = IntStream.rangeClosed(1, 20).toArray();
        List<Tenth> tenths = Tenth.of(risks, BitSet.valueOf(new long[] {1L << 19 | 1})); // the last one and the first

        assertThat(tenths).hasSize(10);
        assertThat(tenths.get(0)).isEqualTo(new Tenth(20, 19, 2, 1));
        assertThat(tenths.get(1)).isEqualTo(new Tenth(18, 17, 2, 0));
        assertThat(tenths.get(9)).isEqualTo(new Tenth(2, 1, 2, 1));
        assertThat(tenths.get(9).share()).isEqualTo(0.5);
    }

    /** One of risk 90; nineteen of risk 10, of whom one left: the first tenth holds one of each, and 1/19 of one who left. */
    @Test
    void customers_of_one_risk_are_shared_out_evenly_whatever_their_order() {
        int[] risks = new int[20];
        Arrays.fill(risks, 10);
        risks[7] = 90;
        for (int left : new int[] {0, 19}) {
            var had = new BitSet();
            had.set(left);
            List<Tenth> tenths = Tenth.of(risks, had);
            assertThat(tenths.get(0).with()).isCloseTo(1 / 19.0, within(1e-12));
            assertThat(tenths.get(0)).extracting(Tenth::highest, Tenth::lowest).containsExactly(90, 10);
            assertThat(tenths.get(9).with()).isCloseTo(2 / 19.0, within(1e-12));
            assertThat(tenths.stream().mapToDouble(Tenth::with).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void every_customer_is_in_one_tenth_when_they_do_not_divide_by_ten() {
        List<Tenth> tenths = Tenth.of(new int[27], new BitSet());
        assertThat(tenths).extracting(Tenth::customers).containsExactly(2, 3, 3, 2, 3, 3, 2, 3, 3, 3);
        assertThat(Tenth.of(new int[] {100, 0, 50}, new BitSet()))
                .extracting(Tenth::highest)
                .containsExactly(100, 50, 0);
    }
}
