package retention.advice;

/** A strategy rule's word against an action. It wins over every {@link Recommend} of the same action. */
public record Withhold(String action, String because) implements Conclusion {}
