package retention.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.advice.ActionKind;
import retention.policy.Bounds;
import retention.policy.Weighing;

/** Checks the factors of an action against {@code arbitration.yaml}, and whether it can ever be worth its cost. */
record Factors(ActionText action, Weighing weighing) {

    /** Adds what is wrong with them; paths begin below the action's code. */
    void faults(List<Fault> faults) {
        Double propensity = action.propensity();
        if (propensity != null && !(propensity >= 0 && propensity <= 1)) {
            faults.add(Fault.of(Code.OUT_OF_RANGE, "propensity must be from 0 to 1", "propensity"));
        } else if (action.kind() == ActionKind.MARKETING) {
            worth(propensity == null ? weighing.propensity() : propensity, faults);
        }
        within("contextWeight", action.contextWeight(), weighing.contextWeight(), faults);
        within("lever", action.lever(), weighing.lever(), faults);
    }

    private static void within(String key, @Nullable Double factor, Bounds bounds, List<Fault> faults) {
        if (factor != null && !bounds.contain(factor)) {
            faults.add(Fault.of(Code.OUT_OF_RANGE, key + " must be " + range(bounds), key));
        }
    }

    /** What a factor may be, in words. */
    static String range(Bounds bounds) {
        return "from " + words(bounds.least()) + " to " + words(bounds.most()) + ", as " + RuleFolder.ARBITRATION
                + " says";
    }

    private static String words(double factor) {
        return Domain.name(BigDecimal.valueOf(factor));
    }

    /** Of the customer for whom it is worth most (V3). */
    private void worth(double propensity, List<Fault> faults) {
        if (action.value() == null || action.cost() == null || action.valueBasis() == null) {
            return;
        }
        boolean scaled = weighing.lifetimeValue().scales().contains(action.valueBasis());
        double most = scaled ? weighing.lifetimeValue().scale().most() : 1;
        double spent = action.agentMaySpend() == null ? 0 : weighing.agentSpends() * action.agentMaySpend();
        if (propensity * action.value() * most <= action.cost() + spent) {
            faults.add(Fault.of(
                    Code.NEVER_WORTH_IT,
                    "is never advised: propensity times value does not exceed the cost for any customer",
                    "value"));
        }
    }
}
