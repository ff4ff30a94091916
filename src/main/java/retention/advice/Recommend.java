package retention.advice;

/** A strategy rule's word for an action, named by its code in {@code rules/actions.yaml}. */
public record Recommend(String action, String because) implements Conclusion {}
