package retention.rules.sandbox;

/**
 * How much the rules may do for one customer. Counted, not timed, so that the same customer is always answered the same.
 *
 * @param steps comparisons of two facts, firings, looks at the characters of a text by the dozen, and at the facts in a
 *     list that is asked something by the 64
 * @param firings of one rule; all rules together may fire four times as often
 * @param facts in one list of the customer
 * @param text the most characters in a sentence of a rule, or in a text that a rule looks for a pattern in; all sentences
 *     of one answer together, with the values in them, may have a hundred times as many
 */
public record Budget(int steps, int firings, int facts, int text) {

    /** Far above what rules for real customers need, and spent in a fraction of a second. */
    public static final Budget STANDARD = new Budget(300_000, 5_000, 10_000, 10_000);

    private static final int ALL_RULES = 4;
    private static final int ALL_TEXTS = 100;

    /** Throws IllegalArgumentException for numbers below one. */
    public Budget {
        if (steps < 1 || firings < 1 || facts < 1 || text < 1) {
            throw new IllegalArgumentException("a budget is made of whole numbers from 1 upwards");
        }
    }

    /** The most characters in all that rules say. */
    public int textInAll() {
        return (int) Math.min(Integer.MAX_VALUE, (long) ALL_TEXTS * text);
    }

    /** How often all rules together may fire. */
    public int firingsInAll() {
        return (int) Math.min(Integer.MAX_VALUE, (long) ALL_RULES * firings);
    }
}
