package retention.rules.expression;

/**
 * {@code $late : orders.late(3).count}: remembers an answer.
 *
 * @param name without the dollar sign
 */
public record Binding(String name, Expression value, int begin) implements Expression {

    @Override
    public String toString() {
        return "$" + name + " : " + value;
    }
}
