package retention.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import retention.advice.ActionKind;
import retention.advice.ValueBasis;

/**
 * The numbers by which actions are put in order and chosen, as {@code rules/arbitration.yaml} has them. Immutable.
 *
 * @param most how many actions of a kind an advice holds; a kind that is missing has no limit
 * @param onePerChannel the kinds of which one action may take a channel
 * @param propensity how likely an action works that says nothing about it, from 0 to 1
 * @param lever how far an action's lever may go
 * @param contextWeight how far the weight may go that an action or a rule gives
 * @param agentSpends the share of what an agent may spend that counts as cost, from 0 to 1
 */
public record Weighing(
        Map<ActionKind, Integer> most,
        Set<ActionKind> onePerChannel,
        double propensity,
        Bounds lever,
        Bounds contextWeight,
        Lifetime lifetimeValue,
        NotYetEarnedBack notYetEarnedBack,
        double agentSpends) {

    private static final Bounds ONE = new Bounds(1, 1);

    /** Where a folder has no such file: every factor is 1, nothing is limited, and a value is taken as it stands. */
    public static final Weighing PLAIN = new Weighing(
            Map.of(), Set.of(), 1, ONE, ONE, new Lifetime(1, ONE, Set.of()), new NotYetEarnedBack(1, Set.of()), 0);

    /** Copies the collections. */
    public Weighing {
        most = most.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(most));
        onePerChannel = frozen(onePerChannel);
    }

    /** How many actions of a kind an advice holds. */
    int mostOf(ActionKind kind) {
        return most.getOrDefault(kind, Integer.MAX_VALUE);
    }

    /** In one order, whichever way they were written. */
    private static <E extends Enum<E>> Set<E> frozen(Set<E> some) {
        return some.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(some));
    }

    /**
     * How a customer's lifetime value scales what an action is worth.
     *
     * @param typical the lifetime value of the customer for whom the catalogue's values are meant
     * @param scale how far the customer's own divided by the typical one may scale a value
     * @param scales the values that are scaled: those that are a share of it
     */
    public record Lifetime(double typical, Bounds scale, Set<ValueBasis> scales) {

        /** Copies the set. */
        public Lifetime {
            scales = frozen(scales);
        }
    }

    /**
     * What it means that a customer has brought in less than winning them cost (V11).
     *
     * @param factor of the context weight; 1 or more
     * @param raises the values for which it holds
     */
    public record NotYetEarnedBack(double factor, Set<ValueBasis> raises) {

        /** Copies the set. */
        public NotYetEarnedBack {
            raises = frozen(raises);
        }
    }
}
