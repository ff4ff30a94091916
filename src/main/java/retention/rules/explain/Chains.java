package retention.rules.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;

/** Walks through all that a rule asks, in its order. */
public final class Chains {

    private Chains() {}

    /** Tells each fact, and behind it each question in its conditions with the name of the fact. */
    public static void each(List<Asking> when, Consumer<Asking.Fact> facts, BiConsumer<String, Chain> questions) {
        facts(when).forEach(fact -> {
            facts.accept(fact);
            fact.conditions()
                    .forEach(condition -> Shown.all(condition).forEach(chain -> questions.accept(fact.type(), chain)));
        });
    }

    /** Whether some fact is asked for what was remembered of another one, so that the two hang together. */
    public static boolean joined(List<Asking> when) {
        return facts(when).stream().anyMatch(fact -> {
            var own = new TreeSet<String>();
            for (Expression condition : fact.conditions()) {
                if (condition instanceof Binding binding) {
                    own.add(binding.name());
                } else if (condition instanceof Comparison comparison && comparison.left() instanceof Binding binding) {
                    own.add(binding.name());
                }
            }
            return fact.conditions().stream()
                    .flatMap(condition -> Shown.all(condition).stream())
                    .anyMatch(chain -> !chain.start().isEmpty() && !own.contains(chain.start()));
        });
    }

    /** All conditions, those on sums, too. */
    public static List<Expression> conditions(List<Asking> when) {
        var conditions = new ArrayList<Expression>();
        when.forEach(part -> walk(part, inner -> {
            if (inner instanceof Asking.Fact fact) {
                conditions.addAll(fact.conditions());
            } else if (inner instanceof Asking.Counted counted) {
                conditions.addAll(counted.conditions());
            }
        }));
        return conditions;
    }

    /** All questions of a condition, in their order. */
    public static List<Chain> in(Expression condition) {
        return Shown.all(condition);
    }

    private static List<Asking.Fact> facts(List<Asking> when) {
        var facts = new ArrayList<Asking.Fact>();
        when.forEach(part -> walk(part, inner -> {
            if (inner instanceof Asking.Fact fact) {
                facts.add(fact);
            }
        }));
        return facts;
    }

    private static void walk(Asking part, Consumer<Asking> each) {
        each.accept(part);
        if (part instanceof Asking.None none) {
            walk(none.part(), each);
        } else if (part instanceof Asking.Some some) {
            walk(some.part(), each);
        } else if (part instanceof Asking.AnyOf any) {
            any.parts().forEach(one -> walk(one, each));
        } else if (part instanceof Asking.All all) {
            all.parts().forEach(one -> walk(one, each));
        } else if (part instanceof Asking.Counted counted) {
            walk(counted.fact(), each);
        }
    }
}
