package retention.advice;

import java.util.List;

/**
 * One score with every point explained.
 *
 * @param value 0 to 100
 * @param base where every customer starts
 */
public record Score(int value, Level level, int base, List<Point> evidence) {

    /** Points of one rule. */
    public record Point(String rule, int points, String sentence) {}
}
