package retention.rules;

import java.util.HashSet;
import java.util.Set;
import retention.rules.expression.Among;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Negation;
import retention.rules.expression.Operator;
import retention.rules.expression.Sum;

/**
 * How a rule hangs on how long somebody has been a customer. What cannot be told for sure is taken for both ways. Asking
 * whether it is known, and naming it in the sentence, is no condition. One object for one rule.
 */
final class Tenure {

    /** What a rule may ask about it. */
    static final Set<String> QUESTIONS = Set.of("tenureMonths", "since");

    private final Set<String> remembered = new HashSet<>();
    private final Set<String> customers = new HashSet<>();
    private int at = -1;
    private boolean longer;
    private boolean shorter;

    private Tenure() {}

    /** Of a rule; {@code signals} are those that are raised by tenure. */
    static Tenure of(Rule rule, Set<String> signals) {
        var tenure = new Tenure();
        for (Asked asked : rule.asks()) {
            if (asked.fact().equals("Customer")) {
                tenure.customers.add(asked.name());
            }
        }
        rule.asks().forEach(tenure::read);
        for (Rule.Said signal : rule.signals()) {
            if (signals.contains(signal.name())) {
                tenure.found(signal.offset(), true, true);
            }
        }
        return tenure;
    }

    /** Whether the rule hangs on it at all. */
    boolean used() {
        return at >= 0;
    }

    /** Whether the rule may begin to speak as the years go by. */
    boolean longer() {
        return longer;
    }

    /** Whether the rule may fall silent as the years go by. */
    boolean shorter() {
        return shorter;
    }

    /** Offset of the first condition on it; -1 when there is none. */
    int at() {
        return at;
    }

    private void read(Asked asked) {
        boolean customer = asked.fact().equals("Customer");
        for (Condition condition : asked.conditions()) {
            boolean sure = asked.mode() != Asked.Mode.WITHIN;
            if (sure && !(asked.mode() == Asked.Mode.NONE && asked.conditions().size() > 1)) {
                read(condition.tree(), customer, asked.mode() == Asked.Mode.NONE, condition.offset());
            } else if (mentions(condition.tree(), customer)) {
                found(condition.offset(), true, true);
            }
        }
    }

    private void read(Expression tree, boolean customer, boolean negated, int offset) {
        if (tree instanceof Both both) {
            both.parts().forEach(part -> read(part, customer, negated, offset));
        } else if (tree instanceof Either either) {
            either.parts().forEach(part -> read(part, customer, negated, offset));
        } else if (tree instanceof Negation not) {
            read(not.inner(), customer, !negated, offset);
        } else if (tree instanceof Comparison comparison) {
            compared(comparison, customer, negated != comparison.negated(), offset);
        } else if (tree instanceof Binding binding) {
            remember(binding, customer);
        } else if (mentions(tree, customer)) {
            found(offset, true, true);
        }
    }

    private void compared(Comparison comparison, boolean customer, boolean negated, int offset) {
        Expression left = comparison.left();
        if (left instanceof Binding binding) {
            remember(binding, customer);
            left = binding.value();
        }
        boolean right = mentions(comparison.right(), customer);
        if (!right && !mentions(left, customer)) {
            return;
        }
        boolean known = comparison.right() instanceof Literal literal && literal.kind() == Literal.Kind.NOTHING;
        if (known) {
            return;
        }
        boolean plain = !right && left instanceof Chain chain && !chain.last().equals("since");
        Operator operator = comparison.operator();
        boolean up = operator == Operator.MORE || operator == Operator.AT_LEAST;
        boolean down = operator == Operator.LESS || operator == Operator.AT_MOST;
        boolean first = operator == Operator.EQUAL
                && comparison.right() instanceof Literal number
                && number.number()
                && number.amount().signum() == 0; // the first month: nothing is shorter
        if (plain && (up || down || first)) {
            found(offset, up != negated, up == negated);
        } else {
            found(offset, true, true);
        }
    }

    private void remember(Binding binding, boolean customer) {
        if (mentions(binding.value(), customer)) {
            remembered.add(binding.name());
        }
    }

    private boolean mentions(Expression tree, boolean customer) {
        if (tree instanceof Chain chain) {
            boolean ofCustomer = chain.start().isEmpty() ? customer : customers.contains(chain.start());
            boolean question = !chain.steps().isEmpty()
                    && QUESTIONS.contains(chain.steps().get(0).name());
            return remembered.contains(chain.start())
                    || (ofCustomer && question)
                    || chain.steps().stream()
                            .anyMatch(step -> step.arguments().stream().anyMatch(one -> mentions(one, customer)));
        }
        if (tree instanceof Sum sum) {
            return mentions(sum.left(), customer) || mentions(sum.right(), customer);
        }
        if (tree instanceof Among among) {
            return among.values().stream().anyMatch(one -> mentions(one, customer));
        }
        if (tree instanceof Both both) {
            return both.parts().stream().anyMatch(one -> mentions(one, customer));
        }
        if (tree instanceof Either either) {
            return either.parts().stream().anyMatch(one -> mentions(one, customer));
        }
        if (tree instanceof Negation not) {
            return mentions(not.inner(), customer);
        }
        if (tree instanceof Binding binding) {
            return mentions(binding.value(), customer);
        }
        return tree instanceof Comparison comparison
                && (mentions(comparison.left(), customer) || mentions(comparison.right(), customer));
    }

    private void found(int offset, boolean longerToo, boolean shorterToo) {
        at = at < 0 ? offset : Math.min(at, offset);
        longer |= longerToo;
        shorter |= shorterToo;
    }
}
