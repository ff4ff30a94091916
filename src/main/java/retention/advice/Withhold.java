package retention.advice;

/**
 * A strategy rule's word against an action, or against all actions with a tag. It wins over every {@link Recommend} of
 * the same action.
 *
 * @param named the code of an action, or a tag of the catalogue
 */
public record Withhold(String named, String because) implements Conclusion {}
