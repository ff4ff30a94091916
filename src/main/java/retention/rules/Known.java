package retention.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Operator;

/**
 * The values that other conditions on the same fact already ask to be known, so that one need not ask again.
 *
 * @param anywhere by any of them, which is enough for a comparison
 * @param before by those that stand before, as reckoning with a value needs
 */
record Known(Set<String> anywhere, Set<String> before) {

    /** Nothing is known. */
    static Known nothing() {
        return new Known(Set.of(), Set.of());
    }

    /** Of the condition at an index among several that must all hold, within others. */
    Known among(List<Expression> all, int index, Map<String, String> remembered) {
        var any = new HashSet<>(anywhere);
        var first = new HashSet<>(before);
        for (int i = 0; i < all.size(); i++) {
            any.addAll(asked(all.get(i), remembered));
            if (i < index) {
                first.addAll(asked(all.get(i), remembered));
                passed(all.get(i), remembered, first);
            }
        }
        return new Known(any, first);
    }

    /** What a condition asks to be known. {@code remembered} says which questions the remembered answers come from. */
    static Set<String> asked(Expression condition, Map<String, String> remembered) {
        var known = new HashSet<String>();
        if (condition instanceof Both both) {
            both.parts().forEach(part -> known.addAll(asked(part, remembered)));
        } else if (condition instanceof Comparison comparison && !comparison.negated()) {
            Expression left = plain(comparison.left());
            boolean answer = left instanceof Chain chain && chain.remembered();
            if ((comparison.operator() == Operator.UNEQUAL && nothing(comparison.right()))
                    || (answer && positive(comparison))) {
                add(left, remembered, known);
            }
        }
        return known;
    }

    /** Adds what must be there when a condition has held, even if the rule did not ask it in so many words. */
    private static void passed(Expression condition, Map<String, String> remembered, Set<String> known) {
        if (condition instanceof Both both) {
            both.parts().forEach(part -> passed(part, remembered, known));
        } else if (condition instanceof Comparison comparison && !comparison.negated() && positive(comparison)) {
            add(plain(comparison.left()), remembered, known);
        }
    }

    private static void add(Expression asked, Map<String, String> remembered, Set<String> known) {
        known.add(asked.toString());
        remembered.forEach((name, question) -> {
            if (asked.toString().equals(name) || asked.toString().equals(question)) {
                known.add(name);
                known.add(question);
            }
        });
    }

    /** A comparison with a value of the rule itself, which nothing missing can pass. */
    private static boolean positive(Comparison comparison) {
        return comparison.operator() != Operator.UNEQUAL
                && !(comparison.right() instanceof Chain)
                && !nothing(comparison.right());
    }

    private static boolean nothing(Expression value) {
        return value instanceof Literal literal && literal.kind() == Literal.Kind.NOTHING;
    }

    private static Expression plain(Expression left) {
        return left instanceof Binding binding ? binding.value() : left;
    }
}
