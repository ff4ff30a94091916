package retention.rules;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import retention.advice.ActionKind;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Reason;
import retention.advice.WithheldAction;
import retention.facts.Customer;
import retention.policy.Heard;

/** Decides for customers and tells which sides of guardrails and of the order of actions came out. Not thread-safe. */
public final class PolicySides {

    private static final Set<String> STEPS =
            Set.of(PolicyForks.PEACE, PolicyForks.MOST, PolicyForks.ONE_PER_CHANNEL, PolicyForks.TOO_COSTLY);

    private final Heard heard = new Heard();
    private final RuleBook book;
    private final List<PolicyForks.One> forks;
    private final Set<String> stood = new HashSet<>();
    private final Set<String> through = new HashSet<>();

    PolicySides(RuleFolder folder, RuleBook book) {
        this.book = book.heardBy(heard);
        this.forks = PolicyForks.of(folder);
    }

    /** Every fork, by file and place. */
    public List<Fork> forks() {
        return forks.stream().map(PolicyForks.One::fork).toList();
    }

    /** The sides that a decision for this customer shows, in the order of the forks. Throws as {@link RuleBook#advise} does. */
    public Set<Side> seen(Customer customer) {
        heard.clear();
        stood.clear();
        through.clear();
        Advice advice = book.advise(customer);
        boolean leaving = advice.wayOut() != null;
        (leaving ? stood : through).add(PolicyForks.WAY_OUT);
        advice.actions().forEach(action -> advised(action, leaving));
        advice.withheld().forEach(action -> withheld(action, advice));
        return sides();
    }

    private Set<Side> sides() {
        var sides = new LinkedHashSet<Side>();
        for (PolicyForks.One one : forks) {
            for (boolean stands : List.of(true, false)) {
                if (heard.heard(one.line(), stands) || (stands ? stood : through).contains(one.line())) {
                    sides.add(new Side(one.fork(), stands));
                }
            }
        }
        return sides;
    }

    private void advised(AdvisedAction action, boolean leaving) {
        through.add(PolicyForks.MOST + "/" + action.kind());
        if (action.channel() != null) {
            through.add(PolicyForks.ONE_PER_CHANNEL + "/" + action.kind());
        }
        if (book.catalogue().action(action.code()).group() != null) {
            through.add(PolicyForks.G3);
        }
        if (action.kind() == ActionKind.MARKETING) {
            through.add(PolicyForks.TOO_COSTLY);
            through.add(PolicyForks.PEACE);
            if (leaving) {
                through.add(PolicyForks.SECOND);
            }
        }
    }

    private void withheld(WithheldAction action, Advice advice) {
        if (PolicyForks.G3.equals(action.guardrail())) {
            stood.add(PolicyForks.G3);
        }
        if ("G4".equals(action.guardrail()) && advice.actions().stream().anyMatch(this::marketing)) {
            stood.add(PolicyForks.SECOND); // had there been an attempt before, there would be none now
        }
        ActionKind kind = book.catalogue().action(action.code()).kind();
        action.reasons().stream().map(Reason::rule).filter(STEPS::contains).forEach(step -> {
            stood.add(step);
            stood.add(step + "/" + kind);
        });
    }

    private boolean marketing(AdvisedAction action) {
        return action.kind() == ActionKind.MARKETING;
    }
}
