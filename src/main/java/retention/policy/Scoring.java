package retention.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import retention.advice.Concluded;
import retention.advice.Dimension;
import retention.advice.Evidence;
import retention.advice.Scale;
import retention.advice.Scales;
import retention.advice.Score;
import retention.advice.Scores;

/** Sums evidence into the three scores, and the scores into the risk of leaving. */
public final class Scoring {

    private static final int HIGHEST = 100;

    private static final Comparator<Score.Point> ORDER = Comparator.comparing(Score.Point::rule)
            .thenComparing(Score.Point::sentence)
            .thenComparing(Score.Point::points);

    private Scoring() {}

    /** Each score starts at its base, every piece of evidence adds its points, and the sum is held between 0 and 100. */
    public static Scores scores(List<Concluded<Evidence>> evidence, Scales scales) {
        return new Scores(
                score(Dimension.TRUST, evidence, scales.trust()),
                score(Dimension.SATISFACTION, evidence, scales.satisfaction()),
                score(Dimension.SWITCHING_COST, evidence, scales.switchingCost()));
    }

    /** 100 less the mean of the scores, weighted as {@code rules/scores.yaml} says, rounded half up; 0 to 100. */
    public static int riskOfLeaving(Scores scores, Scales scales) {
        long weight = (long) scales.trust().weight()
                + scales.satisfaction().weight()
                + scales.switchingCost().weight();
        long sum = (long) scores.trust().value() * scales.trust().weight()
                + (long) scores.satisfaction().value() * scales.satisfaction().weight()
                + (long) scores.switchingCost().value() * scales.switchingCost().weight();
        return (int) ((2 * (HIGHEST * weight - sum) + weight) / (2 * weight)); // whole numbers: no rounding on the way
    }

    private static Score score(Dimension dimension, List<Concluded<Evidence>> evidence, Scale scale) {
        var points = new ArrayList<Score.Point>();
        long sum = 0;
        for (Concluded<Evidence> piece : evidence) {
            if (piece.conclusion().dimension() == dimension) {
                sum += piece.conclusion().points();
                points.add(new Score.Point(
                        piece.reason().rule(),
                        piece.conclusion().points(),
                        piece.reason().sentence()));
            }
        }
        points.sort(ORDER);
        int value = scale.value(sum);
        return new Score(value, scale.level(value), scale.base(), points);
    }
}
