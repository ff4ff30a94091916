package retention.rules.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Negation;
import retention.rules.expression.Step;
import retention.rules.expression.Sum;

/** What a rule asks with another number in one of its questions, to see whether the answer would be another one. */
public final class Altered {

    private final Literal old;
    private final Literal other;
    private @Nullable Expression condition;
    private boolean placed;

    private Altered(Literal old, Literal other) {
        this.old = old;
        this.other = other;
    }

    /** The parts of a rule, and of these the single condition that holds the number. */
    public record Rule(List<Asking> when, Expression condition) {}

    /** {@code old} is the very literal that stands there. */
    public static Rule of(List<Asking> when, Literal old, Literal other) {
        var altered = new Altered(old, other);
        List<Asking> parts = when.stream().map(altered::part).toList();
        if (altered.condition == null) {
            throw new IllegalArgumentException(old + " stands in no question of this rule");
        }
        return new Rule(parts, altered.condition);
    }

    private Asking part(Asking part) {
        if (part instanceof Asking.Fact fact) {
            return fact(fact);
        }
        if (part instanceof Asking.None none) {
            return new Asking.None(part(none.part()));
        }
        if (part instanceof Asking.Some some) {
            return new Asking.Some(part(some.part()));
        }
        if (part instanceof Asking.AnyOf any) {
            return new Asking.AnyOf(any.parts().stream().map(this::part).toList());
        }
        if (part instanceof Asking.All all) {
            return new Asking.All(all.parts().stream().map(this::part).toList());
        }
        var counted = (Asking.Counted) part;
        return new Asking.Counted(fact(counted.fact()), counted.totals(), conditions(counted.conditions()));
    }

    private Asking.Fact fact(Asking.Fact fact) {
        return new Asking.Fact(fact.type(), fact.name(), conditions(fact.conditions()));
    }

    private List<Expression> conditions(List<Expression> conditions) {
        return conditions.stream().map(this::condition).toList();
    }

    private Expression condition(Expression one) {
        if (one instanceof Both both) {
            return new Both(conditions(both.parts()), both.begin());
        }
        if (one instanceof Either either) {
            return new Either(conditions(either.parts()), either.begin());
        }
        if (one instanceof Negation negation) {
            return new Negation(condition(negation.inner()), negation.begin());
        }
        Expression changed = one instanceof Comparison comparison
                ? new Comparison(
                        value(comparison.left()),
                        comparison.negated(),
                        comparison.operator(),
                        comparison.right(),
                        comparison.at())
                : value(one);
        if (placed) {
            condition = changed;
            placed = false;
        }
        return changed;
    }

    private Expression value(Expression value) {
        if (value instanceof Binding binding) {
            return new Binding(binding.name(), value(binding.value()), binding.begin());
        }
        if (value instanceof Sum sum) {
            return new Sum(value(sum.left()), sum.sign(), value(sum.right()));
        }
        return value instanceof Chain chain
                ? new Chain(
                        chain.start(), chain.steps().stream().map(this::step).toList(), chain.begin())
                : value;
    }

    private Step step(Step step) {
        return new Step(
                step.name(), step.arguments().stream().map(this::argument).toList(), step.ofMaybeNone(), step.at());
    }

    @SuppressWarnings("ReferenceEquality") // the same number may stand in another condition, at the same distance
    private Expression argument(Expression one) {
        if (one != old) {
            return one;
        }
        placed = true;
        return other;
    }
}
