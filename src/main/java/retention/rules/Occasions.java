package retention.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import retention.rules.explain.Asking;
import retention.rules.explain.Chains;
import retention.rules.expression.Among;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Operator;

/**
 * Tells a rule that celebrates a day, which comes to everybody in their turn, from one that hangs on how long somebody has
 * been a customer: all that it asks of tenure is whether it is this month or one of some months, none of which follows another.
 */
final class Occasions {

    private static final String MONTHS = "tenureMonths";

    private Occasions() {}

    /** Whether what a rule asks of tenure is an occasion. */
    static boolean ofTenure(List<Asking> when) {
        var remembered = new HashSet<String>();
        var months = new ArrayList<BigDecimal>();
        for (Expression condition : Chains.conditions(when)) {
            if (condition instanceof Binding binding && tenure(binding.value(), Set.of())) {
                remembered.add(binding.name());
                continue;
            }
            Optional<List<BigDecimal>> these = months(condition, remembered);
            if (these.isPresent()) {
                months.addAll(these.orElseThrow());
            } else if (mentions(condition, remembered)) {
                return false;
            }
        }
        return !months.isEmpty() && apart(months);
    }

    /** The months that a condition names; empty when it asks something else. */
    private static Optional<List<BigDecimal>> months(Expression condition, Set<String> remembered) {
        if (!(condition instanceof Comparison comparison)
                || comparison.negated()
                || !tenure(comparison.left(), remembered)) {
            return Optional.empty();
        }
        boolean among = comparison.right() instanceof Among;
        if (!among && comparison.operator() != Operator.EQUAL) {
            return Optional.empty();
        }
        List<Expression> values =
                comparison.right() instanceof Among several ? several.values() : List.of(comparison.right());
        boolean numbers = values.stream().allMatch(one -> one instanceof Literal literal && literal.number());
        return numbers
                ? Optional.of(
                        values.stream().map(one -> ((Literal) one).amount()).toList())
                : Optional.empty();
    }

    private static boolean tenure(Expression asked, Set<String> remembered) {
        return asked instanceof Chain chain
                && (chain.last().equals(MONTHS) || (chain.remembered() && remembered.contains(chain.start())));
    }

    /** The first month is where everybody begins, and no occasion. */
    private static boolean apart(List<BigDecimal> months) {
        var ordered = new TreeSet<>(months);
        return ordered.first().signum() > 0
                && ordered.stream().noneMatch(month -> ordered.contains(month.add(BigDecimal.ONE)));
    }

    private static boolean mentions(Expression condition, Set<String> remembered) {
        return Chains.in(condition).stream()
                .anyMatch(chain -> remembered.contains(chain.start())
                        || chain.steps().stream().anyMatch(step -> Tenure.QUESTIONS.contains(step.name())));
    }
}
