package retention.rules.explain;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Among;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Negation;
import retention.rules.expression.Operator;

/** Makes the conditions of one fact ready to be asked. */
final class Testing {

    private final Valuing values;
    private final @Nullable Noted noted;

    /** Notes each answer where there is somebody who notes. */
    Testing(Valuing values, @Nullable Noted noted) {
        this.values = values;
        this.noted = noted;
    }

    /** Throws CannotTell for what is no condition. */
    Test of(Expression condition) {
        if (condition instanceof Both both) {
            List<Test> parts = both.parts().stream().map(this::of).toList();
            return frame -> all(parts, frame);
        }
        if (condition instanceof Either either) {
            List<Test> parts = either.parts().stream().map(this::of).toList();
            return frame -> any(parts, frame);
        }
        if (condition instanceof Negation negation) {
            Test inner = of(negation.inner());
            return frame -> !inner.holds(frame);
        }
        if (condition instanceof Comparison comparison) {
            return noting(comparison, comparison(comparison));
        }
        if (condition instanceof Binding binding) {
            Value value = values.of(binding);
            return frame -> {
                noted(binding, value.of(frame));
                return true; // it only remembers
            };
        }
        return noting(condition, yes(condition));
    }

    private Test noting(Expression condition, Test test) {
        return noted == null ? test : frame -> noted.note(condition, test.holds(frame));
    }

    /** Notes a value, and gives it back. */
    private @Nullable Object noted(Expression asked, @Nullable Object value) {
        if (noted != null) {
            noted.value(asked, value);
        }
        return value;
    }

    private Test yes(Expression question) {
        if (!(question instanceof Chain)) {
            throw new CannotTell(question + " is no condition");
        }
        Value value = values.of(question);
        return frame -> Boolean.TRUE.equals(noted(question, value.of(frame)));
    }

    private Test comparison(Comparison comparison) {
        Value left = values.of(comparison.left());
        Pair pair = pair(comparison);
        return frame -> {
            Object value = noted(comparison, left.of(frame));
            return value != Value.NOBODY && pair.hold(value, frame) != comparison.negated();
        };
    }

    /** What must hold between the left value and the right one. */
    private interface Pair {
        boolean hold(@Nullable Object left, Frame frame);
    }

    private Pair pair(Comparison comparison) {
        if (comparison.operator() == Operator.IN) {
            Among among = (Among) comparison.right();
            List<@Nullable Object> fixed =
                    among.values().stream().map(values::fixed).toList();
            return (left, frame) -> fixed.stream().anyMatch(one -> Reckoning.equal(left, one));
        }
        if (comparison.operator() == Operator.MATCHES) {
            Pattern shape = Pattern.compile(text(comparison));
            return (left, frame) -> left != null && shape.matcher((String) left).matches();
        }
        if (comparison.operator().comparing()) {
            Value right = values.of(comparison.right());
            return (left, frame) -> compared(left, comparison.operator(), right.of(frame));
        }
        String text = text(comparison);
        return (left, frame) -> part(left, comparison.operator(), text);
    }

    private String text(Comparison comparison) {
        return String.valueOf(values.fixed(comparison.right()));
    }

    private static boolean part(@Nullable Object left, Operator operator, String text) {
        if (left instanceof Collection<?> texts) {
            return texts.contains(text);
        }
        if (!(left instanceof String whole)) {
            return false;
        }
        return switch (operator) {
            case CONTAINS -> whole.contains(text);
            case STARTS_WITH -> whole.startsWith(text);
            case ENDS_WITH -> whole.endsWith(text);
            default -> throw new CannotTell("it compares by " + operator.written());
        };
    }

    private static boolean compared(@Nullable Object left, Operator operator, @Nullable Object right) {
        if (right == Value.NOBODY) {
            return false;
        }
        if (operator == Operator.EQUAL || operator == Operator.UNEQUAL) {
            return Reckoning.equal(left, right) == (operator == Operator.EQUAL);
        }
        if (left == null || right == null) {
            return false;
        }
        int order = Reckoning.compare(left, right);
        return switch (operator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean all(List<Test> parts, Frame frame) {
        for (Test part : parts) {
            if (!part.holds(frame)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<Test> parts, Frame frame) {
        for (Test part : parts) {
            if (part.holds(frame)) {
                return true;
            }
        }
        return false;
    }
}
