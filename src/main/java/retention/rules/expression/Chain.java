package retention.rules.expression;

import java.util.List;

/**
 * Questions, each asked of the answer before: {@code orders.late(3).count}, {@code $order.amount} or {@code $days} alone.
 *
 * @param start the remembered value it begins with, without the dollar sign; empty when it begins at the fact itself
 */
public record Chain(String start, List<Step> steps, int begin) implements Expression {

    /** Whether it is a remembered value and nothing else. */
    public boolean remembered() {
        return steps.isEmpty();
    }

    /** The same without its last question; empty when that was the only one. */
    public String before() {
        return steps.isEmpty() ? "" : new Chain(start, steps.subList(0, steps.size() - 1), begin).toString();
    }

    /** The name of its last question; empty when it is a remembered value alone. */
    public String last() {
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1).name();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(start.isEmpty() ? "" : "$" + start);
        for (Step step : steps) {
            text.append(text.isEmpty() ? "" : step.ofMaybeNone() ? "!." : ".").append(step);
        }
        return text.toString();
    }
}
