package retention.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import retention.advice.ActionKind;
import retention.advice.Advice;
import retention.advice.AdvisedAction;

/**
 * What a customer gets by marketing: the benefits in an advice, by the code of the action. Service is apart, for what is owed
 * is no term.
 */
record Terms(Map<String, Benefit> benefits) {

    private static final long HUNDREDTHS_OF_A_CENT = 10_000;

    private static final Comparator<Benefit> LARGEST_FIRST =
            Comparator.comparing(Benefit::price).thenComparing(Benefit::worth).reversed();

    /**
     * One marketing action. The catalogue does not say what it gives a customer; what we spend on it comes nearest.
     *
     * @param worth its cost and what an agent may spend on top, in the company's currency
     * @param price whether it is a price of the customer's own
     */
    record Benefit(String code, double worth, boolean price) {

        /** Whether it makes up for another: it is worth as much, and for a price only a price will do. */
        boolean makesUpFor(Benefit other) {
            return worth >= other.worth && (price || !other.price);
        }
    }

    /** {@code prices} are the actions with a price of the customer's own. */
    static Terms of(Advice advice, Set<String> prices) {
        var benefits = new TreeMap<String, Benefit>();
        for (AdvisedAction action : advice.actions()) {
            if (action.kind() == ActionKind.MARKETING) {
                double worth = action.cost() + action.agentMaySpend();
                benefits.put(action.code(), new Benefit(action.code(), worth, prices.contains(action.code())));
            }
        }
        return new Terms(benefits);
    }

    /**
     * The actions that the other terms lack, and have nothing for that makes up for them; none unless the other terms are worse
     * as a whole: all they give is worth less, or the prices among it are.
     */
    List<String> lostIn(Terms other) {
        if (other.worth(false) >= worth(false) && other.worth(true) >= worth(true)) {
            return List.of();
        }
        var instead = new ArrayList<>(other.benefits.values());
        instead.removeIf(one -> benefits.containsKey(one.code()));
        instead.sort(LARGEST_FIRST.reversed());
        var lost = new ArrayList<String>();
        benefits.values().stream()
                .filter(one -> !other.benefits.containsKey(one.code()))
                .sorted(LARGEST_FIRST.thenComparing(Benefit::code))
                .forEach(one -> instead.stream()
                        .filter(another -> another.makesUpFor(one))
                        .findFirst()
                        .ifPresentOrElse(instead::remove, () -> lost.add(one.code())));
        return lost;
    }

    /** Of all, or of the prices alone; in hundredths of a cent, so that sums in another order are the same. */
    private long worth(boolean prices) {
        return benefits.values().stream()
                .filter(one -> one.price() || !prices)
                .mapToLong(one -> Math.round(one.worth() * HUNDREDTHS_OF_A_CENT))
                .sum();
    }
}
