package retention.rules.expression;

/** Two numbers reckoned with. {@code sign} is {@code +}, {@code -}, {@code *} or {@code /}. */
public record Sum(Expression left, String sign, Expression right) implements Expression {

    @Override
    public int begin() {
        return left.begin();
    }

    @Override
    public String toString() {
        return "( " + left + " " + sign + " " + right + " )";
    }
}
