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

    /** Of the condition at an index among several that must all hold, within others. */
    Known among(List<Expression> all, int index, Map<String, String> remembered) {
        var any = new HashSet<>(anywhere);
        var first = new HashSet<>(before);
        for (int i = 0; i < all.size(); i++) {
            collect(all.get(i), remembered, any);
            if (i < index) {
                collect(all.get(i), remembered, first);
            }
        }
        return new Known(any, first);
    }

    /** Adds what a condition asks to be known. {@code remembered} says which questions the remembered answers come from. */
    static void collect(Expression condition, Map<String, String> remembered, Set<String> known) {
        if (condition instanceof Both both) {
            both.parts().forEach(part -> collect(part, remembered, known));
        } else if (condition instanceof Comparison comparison && !comparison.negated()) {
            Expression asked = comparison.left() instanceof Binding binding ? binding.value() : comparison.left();
            boolean nothing = comparison.right() instanceof Literal literal && literal.kind() == Literal.Kind.NOTHING;
            boolean answer = asked instanceof Chain chain && chain.remembered();
            if ((nothing && comparison.operator() == Operator.UNEQUAL) || (answer && positive(comparison))) {
                known.add(asked.toString());
                remembered.forEach((name, question) -> {
                    if (asked.toString().equals(name) || asked.toString().equals(question)) {
                        known.add(name);
                        known.add(question);
                    }
                });
            }
        }
    }

    /** A comparison with a value of the rule itself, which nothing missing can pass. */
    private static boolean positive(Comparison comparison) {
        return comparison.operator() != Operator.UNEQUAL
                && !(comparison.right() instanceof Chain)
                && !(comparison.right() instanceof Literal literal && literal.kind() == Literal.Kind.NOTHING);
    }
}
