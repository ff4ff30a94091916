package retention.advice;

/**
 * How the evidence of one dimension becomes a score.
 *
 * @param base where every customer starts, 0 to 100
 * @param lowBelow scores below it are low
 * @param highFrom scores from it upwards are high
 * @param weight share of this score in the risk of leaving, against the other two; a whole number
 */
public record Scale(int base, int lowBelow, int highFrom, int weight) {

    /** The score of these points: base plus points, held between 0 and 100. */
    public int value(long points) {
        return (int) Math.max(0, Math.min(100, base + points));
    }

    /** The level of a score. */
    public Level level(int value) {
        if (value < lowBelow) {
            return Level.LOW;
        }
        return value >= highFrom ? Level.HIGH : Level.MEDIUM;
    }
}
