package retention.rules.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums up as the engine does: of nothing the count and the sum are zero, and there is neither a least nor an average. */
final class Totals {

    private Totals() {}

    /** The outcome of a function; null when there is none. */
    static @Nullable Object of(String function, List<@Nullable Object> values) {
        return switch (function) {
            case "count" -> (long) values.size();
            case "sum" -> sum(values);
            case "average" -> values.isEmpty() ? null : sum(values).doubleValue() / values.size();
            case "min" -> extreme(values, -1);
            case "max" -> extreme(values, 1);
            default -> throw new CannotTell("it sums up by " + function);
        };
    }

    private static Number sum(List<@Nullable Object> values) {
        boolean fractions = values.stream().anyMatch(Double.class::isInstance);
        double sum = 0;
        long whole = 0;
        for (Object value : values) {
            Number number = number(value);
            sum += number.doubleValue();
            whole += number.longValue();
        }
        return fractions ? (Number) sum : (Number) whole;
    }

    private static @Nullable Object extreme(List<@Nullable Object> values, int sign) {
        Number extreme = null;
        for (Object value : values) {
            Number number = number(value);
            extreme = extreme == null || Reckoning.compare(number, extreme) * sign > 0 ? number : extreme;
        }
        return extreme;
    }

    private static Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new CannotTell("it sums up what is not known");
    }
}
