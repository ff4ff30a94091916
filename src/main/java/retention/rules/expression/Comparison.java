package retention.rules.expression;

/**
 * Two values and what must hold between them.
 *
 * @param left the value, or the binding that remembers it
 * @param negated whether {@code not} stands before the operator
 * @param at offset of the operator
 */
public record Comparison(Expression left, boolean negated, Operator operator, Expression right, int at)
        implements Expression {

    @Override
    public int begin() {
        return left.begin();
    }

    @Override
    public String toString() {
        return left + (negated ? " not " : " ") + operator.written() + " " + right;
    }
}
