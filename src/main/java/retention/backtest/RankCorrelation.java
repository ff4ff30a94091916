package retention.backtest;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** Spearman's rank correlation, from -1 to 1: Pearson's correlation of the ranks, equal values sharing their mean rank. */
final class RankCorrelation {

    private RankCorrelation() {}

    /** Of as many numbers on both sides; empty when one side never varies. */
    static OptionalDouble of(double[] one, double[] other) {
        double[] x = fromTheMiddle(one);
        double[] y = fromTheMiddle(other);
        double scale = Math.sqrt(product(x, x) * product(y, y));
        return scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(product(x, y) / scale);
    }

    private static double[] fromTheMiddle(double[] values) {
        double middle = (values.length + 1) / 2.0;
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).apply(values);
        return Arrays.stream(ranks).map(rank -> rank - middle).toArray();
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
