package retention.rules.explain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reckons and compares as compiled rules do: whole numbers stay whole, and nothing is larger than what is missing. */
final class Reckoning {

    private Reckoning() {}

    /** Left and right reckoned together; null when one is not known. */
    static @Nullable Object reckoned(@Nullable Object left, String sign, @Nullable Object right) {
        if (left == Value.NOBODY || right == Value.NOBODY) {
            return Value.NOBODY;
        }
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            throw new CannotTell("it reckons with what is not known");
        }
        try {
            return numbers(a, sign, b);
        } catch (ArithmeticException zero) {
            throw new CannotTell("it divides by zero");
        }
    }

    private static Object numbers(Number a, String sign, Number b) {
        if (a instanceof Double || b instanceof Double) {
            return fractions(a.doubleValue(), sign, b.doubleValue());
        }
        if (a instanceof Long || b instanceof Long) {
            return whole(a.longValue(), sign, b.longValue());
        }
        return (int) whole(a.intValue(), sign, b.intValue()); // wraps as Java does
    }

    private static double fractions(double a, String sign, double b) {
        return switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }

    private static long whole(long a, String sign, long b) {
        return switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }

    /** Whether two values are the same; numbers by their amount. */
    static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return compare(x, y) == 0;
        }
        return Objects.equals(a, b);
    }

    /** Less than zero, zero, more than zero; throws CannotTell for two values without an order. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one kind, as the check of rules has seen to
    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return compare(x, y);
        }
        if (a instanceof Comparable one && a.getClass() == b.getClass()) {
            return one.compareTo(b);
        }
        throw new CannotTell("it compares two values that have no order");
    }

    private static int compare(Number a, Number b) {
        if (a instanceof Double || b instanceof Double) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            return x < y ? -1 : x > y ? 1 : 0; // as Java has it: zero has no sign
        }
        return Long.compare(a.longValue(), b.longValue());
    }
}
