package retention.advice;

/**
 * Points for or against a score, concluded by an assessment rule.
 *
 * @param points positive speaks for the score, negative against it; scores run from 0 to 100
 */
public record Evidence(Dimension dimension, int points, String because) implements Conclusion {}
