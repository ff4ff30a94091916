package retention.advice;

/**
 * A conclusion with its signature, which the engine observes.
 *
 * @param strategy the rule file it comes from: assessment, trust, satisfaction, switching-cost
 */
public record Concluded<C extends Conclusion>(String strategy, C conclusion, Reason reason) {}
