package retention.policy;

/**
 * The least and the most that a factor may be.
 *
 * @param least above 0 and at most 1
 * @param most 1 or more
 */
public record Bounds(double least, double most) {

    /** The factor itself where it lies between the two, else the nearer one; what is not a number becomes 1. */
    public double hold(double factor) {
        return Double.isNaN(factor) ? 1 : Math.max(least, Math.min(most, factor));
    }

    /** Whether the factor lies between the two; what is not a number does not. */
    public boolean contain(double factor) {
        return factor >= least && factor <= most;
    }
}
