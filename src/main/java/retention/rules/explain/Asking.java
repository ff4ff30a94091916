package retention.rules.explain;

import java.util.List;
import retention.rules.expression.Expression;

/** A part of what stands between {@code when} and {@code then}, as it was written. */
public sealed interface Asking {

    /**
     * A fact and its conditions.
     *
     * @param name what the whole fact is remembered as, without the dollar sign; empty when it is not
     */
    record Fact(String type, String name, List<Expression> conditions) implements Asking {}

    /** {@code not}: there must be no such fact. */
    record None(Asking part) implements Asking {}

    /** {@code exists}: one is enough. */
    record Some(Asking part) implements Asking {}

    /** {@code or}: one of the parts. */
    record AnyOf(List<Asking> parts) implements Asking {}

    /** Several facts beside each other. */
    record All(List<Asking> parts) implements Asking {}

    /** {@code accumulate}: one fact, summed up, and conditions on the sums. */
    record Counted(Fact fact, List<Total> totals, List<Expression> conditions) implements Asking {}

    /**
     * One sum of an {@code accumulate}.
     *
     * @param name what it is remembered as, without the dollar sign
     * @param function count, sum, min, max or average
     * @param of the remembered value that it takes, without the dollar sign; empty for a plain count
     */
    record Total(String name, String function, String of) {}
}
