package retention.backtest;

import java.util.BitSet;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * The area under the ROC curve: how often somebody with the outcome has a greater score than somebody without, equal
 * scores counted half; .5 is chance, 1 is perfect. Area and standard error after Hanley and McNeil, The meaning and use of
 * the area under a receiver operating characteristic (ROC) curve, Radiology 143 (1982).
 *
 * @param with how many had the outcome
 * @param without how many had it not
 */
record Auc(double area, int with, int without) {

    /** Of the normal distribution, 95 percent lie within so many standard errors. */
    private static final double NORMAL_95 = 1.96;

    /** Of scores whose indices in {@code had} tell the outcome. There must be some with and some without. */
    static Auc of(double[] scores, BitSet had) {
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).apply(scores);
        double sum = had.stream().mapToDouble(i -> ranks[i]).sum();
        double with = had.cardinality();
        double without = scores.length - with;
        if (with == 0 || without == 0) {
            throw new IllegalArgumentException("an AUC needs customers with the outcome and customers without");
        }
        return new Auc((sum - with * (with + 1) / 2) / (with * without), (int) with, (int) without);
    }

    /** Standard error of the area. */
    double standardError() {
        double bothAbove = area / (2 - area);
        double aboveBoth = 2 * area * area / (1 + area);
        double variance =
                area * (1 - area) + (with - 1) * (bothAbove - area * area) + (without - 1) * (aboveBoth - area * area);
        return Math.sqrt(Math.max(0, variance) / ((double) with * without));
    }

    /** Lower end of the 95 % interval. */
    double low() {
        return Math.max(0, area - NORMAL_95 * standardError());
    }

    /** Upper end of the 95 % interval. */
    double high() {
        return Math.min(1, area + NORMAL_95 * standardError());
    }
}
