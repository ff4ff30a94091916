package retention.rules.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import retention.rules.expression.Among;
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

/** Conditions as an explanation shows them: a remembered value as the question it stands for, where that can be told. */
final class Shown {

    private final Scope scope;
    private final int owner;

    /** {@code owner} is the number of the fact whose conditions are shown. */
    Shown(Scope scope, int owner) {
        this.scope = scope;
        this.owner = owner;
    }

    /** The same condition, as it is shown. */
    Expression plain(Expression condition) {
        if (condition instanceof Binding binding) {
            return plain(binding.value());
        }
        if (condition instanceof Chain chain) {
            return chain(chain);
        }
        if (condition instanceof Both both) {
            return new Both(plain(both.parts()), both.begin());
        }
        if (condition instanceof Either either) {
            return new Either(plain(either.parts()), either.begin());
        }
        if (condition instanceof Negation negation) {
            return new Negation(plain(negation.inner()), negation.begin());
        }
        if (condition instanceof Sum sum) {
            return new Sum(plain(sum.left()), sum.sign(), plain(sum.right()));
        }
        return condition instanceof Comparison comparison
                ? new Comparison(
                        plain(comparison.left()),
                        comparison.negated(),
                        comparison.operator(),
                        plain(comparison.right()),
                        comparison.at())
                : condition;
    }

    /** The questions of a condition by how they are shown, in their order, each once. */
    static Map<String, Expression> questions(Expression shown) {
        var questions = new LinkedHashMap<String, Expression>();
        collect(shown).forEach(chain -> questions.putIfAbsent(chain.toString(), chain));
        return questions;
    }

    /** A fact with its conditions. */
    static String fact(Asking.Fact fact) {
        return fact.conditions().isEmpty()
                ? fact.type() + "()"
                : fact.conditions().stream()
                        .map(Expression::toString)
                        .collect(Collectors.joining(", ", fact.type() + "( ", " )"));
    }

    private List<Expression> plain(List<Expression> parts) {
        return parts.stream().map(this::plain).toList();
    }

    private Chain chain(Chain chain) {
        Slot slot = scope.slot(chain.start());
        if (slot == null || slot.owner() != owner || !(slot.stands() instanceof Chain stands)) {
            return chain;
        }
        Chain before = chain(stands);
        List<Step> steps = new ArrayList<>(before.steps());
        steps.addAll(chain.steps());
        return new Chain(before.start(), List.copyOf(steps), chain.begin());
    }

    /** All questions of a condition, in their order. */
    static List<Chain> all(Expression condition) {
        return collect(condition).toList();
    }

    /** All fixed values of a condition, those in the parentheses of questions, too. */
    static List<Literal> literals(Expression condition) {
        var found = new ArrayList<Literal>();
        literals(condition, found);
        return found;
    }

    private static void literals(Expression part, List<Literal> into) {
        if (part instanceof Literal literal) {
            into.add(literal);
        } else if (part instanceof Comparison comparison) {
            literals(comparison.left(), into);
            literals(comparison.right(), into);
        } else if (part instanceof Sum sum) {
            literals(sum.left(), into);
            literals(sum.right(), into);
        } else if (part instanceof Negation negation) {
            literals(negation.inner(), into);
        } else if (part instanceof Binding binding) {
            literals(binding.value(), into);
        } else if (part instanceof Chain chain) {
            chain.steps().forEach(step -> step.arguments().forEach(one -> literals(one, into)));
        } else {
            several(part).forEach(one -> literals(one, into));
        }
    }

    private static Stream<Chain> collect(Expression part) {
        if (part instanceof Binding binding) {
            return collect(binding.value());
        }
        if (part instanceof Chain chain) {
            return Stream.of(chain);
        }
        if (part instanceof Comparison comparison) {
            return Stream.concat(collect(comparison.left()), collect(comparison.right()));
        }
        if (part instanceof Sum sum) {
            return Stream.concat(collect(sum.left()), collect(sum.right()));
        }
        if (part instanceof Negation negation) {
            return collect(negation.inner());
        }
        return several(part).stream().flatMap(Shown::collect);
    }

    private static List<Expression> several(Expression part) {
        if (part instanceof Both both) {
            return both.parts();
        }
        if (part instanceof Either either) {
            return either.parts();
        }
        return part instanceof Among among ? among.values() : List.of();
    }
}
