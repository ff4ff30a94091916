package retention.rules.mutation;

/**
 * One rule with one change.
 *
 * @param rule its name
 * @param file the file as messages name it
 * @param line where the change is, from 1
 * @param column from 1
 * @param before the line as it is
 * @param after the line as it was changed
 * @param text the whole rule as it was changed
 * @param fate what is known of it before it is tried
 * @param refusal why it does not load; empty when it does
 */
public record Mutant(
        String rule,
        String file,
        int line,
        int column,
        Kind kind,
        String before,
        String after,
        String text,
        Fate fate,
        String refusal) {

    /** What can be told of a change without trying it. */
    public enum Fate {
        /** Some case should notice it. */
        OPEN,
        /** It is proven that nobody can notice it. */
        SAME,
        /** It is no rule any more. */
        REFUSED
    }

    /** {@code rules/trust.drl:14:9}. */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
