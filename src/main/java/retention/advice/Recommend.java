package retention.advice;

/**
 * A strategy rule's word for an action, named by its code in {@code rules/actions.yaml}.
 *
 * @param weight how much the action counts for this customer, where 1 is as usual; not a number when the rule says nothing
 */
public record Recommend(String action, String because, double weight) implements Conclusion {

    /** Without a weight: that of the catalogue holds. */
    public Recommend(String action, String because) {
        this(action, because, Double.NaN);
    }
}
