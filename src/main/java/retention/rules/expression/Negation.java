package retention.rules.expression;

/** {@code !( ... )} or {@code !question}: the condition must not hold. */
public record Negation(Expression inner, int begin) implements Expression {

    @Override
    public String toString() {
        return "!" + (inner instanceof Comparison ? "( " + inner + " )" : inner);
    }
}
