package retention.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.Concluded;
import retention.advice.Priority;
import retention.advice.Recommend;
import retention.facts.Customer;

/** What actions are worth for one customer. Every figure is rounded to a hundredth of a cent, so that ties are ties. */
public final class Worth {

    private static final double HUNDREDTHS_OF_A_CENT = 10_000;

    private final Weighing weighing;
    private final double scale;
    private final boolean known;
    private final boolean notYetEarnedBack;

    /** {@code customer} is the one that rules see. */
    public Worth(Customer customer, Weighing weighing) {
        Double lifetimeValue = customer.lifetimeValue();
        this.weighing = weighing;
        this.known = lifetimeValue != null;
        this.scale = lifetimeValue == null ? 1 : scale(lifetimeValue, weighing.lifetimeValue());
        this.notYetEarnedBack = below(customer.marginToDate(), customer.acquisitionCost());
    }

    /** The action's figures; {@code weight} is the largest that a rule gives, not a number when the catalogue's holds. */
    public Priority of(Action action, double weight) {
        boolean scaled = known && weighing.lifetimeValue().scales().contains(action.valueBasis());
        double value = rounded(scaled ? action.value() * scale : action.value());
        double expected = rounded(action.propensity() * value);
        double cost = rounded(action.cost() + weighing.agentSpends() * action.agentMaySpend());
        boolean raised =
                notYetEarnedBack && weighing.notYetEarnedBack().raises().contains(action.valueBasis());
        double given = Double.isNaN(weight) ? action.contextWeight() : weight;
        double context = rounded(weighing.contextWeight()
                .hold(raised ? given * weighing.notYetEarnedBack().factor() : given));
        double priority = rounded(expected * context * action.lever());
        return new Priority(
                action.propensity(), value, expected, cost, context, action.lever(), priority, !scaled, raised);
    }

    /** The largest of all rules that ask for the action; a rule that gives none counts with the catalogue's. */
    public static double weight(Action action, List<Concluded<Recommend>> asking) {
        double largest = asking.isEmpty() ? action.contextWeight() : 0;
        for (Concluded<Recommend> one : asking) {
            double weight = one.conclusion().weight();
            largest = Math.max(largest, Double.isNaN(weight) ? action.contextWeight() : weight);
        }
        return largest;
    }

    private static double scale(double lifetimeValue, Weighing.Lifetime lifetime) {
        return lifetime.scale().hold(lifetimeValue / lifetime.typical());
    }

    private static boolean below(@Nullable Double margin, @Nullable Double cost) {
        return margin != null && cost != null && margin < cost;
    }

    private static double rounded(double figure) {
        return Math.rint(figure * HUNDREDTHS_OF_A_CENT) / HUNDREDTHS_OF_A_CENT;
    }
}
