package retention.rules.expression;

/**
 * A condition, or a value in one. All are immutable; {@code toString} gives it back in one way of writing, whatever blanks
 * the author used, so that equal texts mean the same.
 */
public sealed interface Expression
        permits Either, Both, Negation, Comparison, Binding, Chain, Sum, Literal, Word, Among {

    /** Offset of its first character in the text that was read. */
    int begin();

    /** Whether it is something to compare rather than a condition of its own; a chain of questions can be both. */
    default boolean isValue() {
        return this instanceof Chain || this instanceof Sum || this instanceof Literal || this instanceof Word;
    }
}
