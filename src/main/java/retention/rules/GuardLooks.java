package retention.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.policy.ContactPolicy;
import retention.policy.Weighing;

/** Where guardrails and the weighing of actions look, whatever the rules ask. Immutable. */
final class GuardLooks {

    private static final List<String> CONSENTS = List.of(
            "consents[].channel",
            "consents[].purpose",
            "consents[].givenOn",
            "consents[].endsOn",
            "consents[].withdrawnOn");

    /** Which action it was is what happened, and no matter of degree. */
    private static final List<String> CONTACTS =
            List.of("contacts[].channel", "contacts[].sentOn", "contacts[].state", "contacts[].outcome");

    private static final List<String> DEPARTURE =
            List.of("departureSigns[].kind", "departureSigns[].seenOn", "departureSigns[].settledOn");

    private static final List<String> EPISODES = List.of("contacts[].episode", "departureSigns[].episode");

    private static final SortedSet<BigDecimal> NO_NUMBERS = Collections.emptySortedSet();
    private static final SortedSet<String> NO_TEXTS = Collections.emptySortedSet();

    private final ContactPolicy policy;
    private final Weighing weighing;

    GuardLooks(ContactPolicy policy, Weighing weighing) {
        this.policy = policy;
        this.weighing = weighing;
    }

    /** All that G1 to G4 look at when they decide on a marketing action, but the law: it is nothing that anybody could change. */
    Set<Look> marketing() {
        return Set.of(
                Look.at(List.of("objectsToMarketing", "preferredChannel")),
                Look.at(CONSENTS),
                Look.with(CONTACTS, windows(), NO_TEXTS),
                leaving(),
                Look.with(EPISODES, NO_NUMBERS, new TreeSet<>(List.of("another"))));
    }

    /** What decides whether the customer has asked to cancel (G4). */
    Look leaving() {
        return Look.at(DEPARTURE);
    }

    /** What decides whether rules may see the profiled fields (G6). */
    Set<Look> profiling() {
        return Set.of(Look.at(CONSENTS));
    }

    /** Whether rules see a place only where profiling is allowed. */
    boolean profiled(String place) {
        return policy.profiled().contains(Look.root(place));
    }

    /**
     * What the worth of an action rests on besides the weight that rules give (V3, V4, V11).
     *
     * @param own the figure as it is; null when it is not known
     * @param wanted the figure at which something would change
     */
    Look worth(@Nullable Double lifetimeValue, @Nullable Double own, @Nullable Double wanted) {
        var numbers =
                new TreeSet<>(List.of(amount(weighing.lifetimeValue().typical()), amount(least()), amount(most())));
        if (own != null && wanted != null && own > 0 && wanted < own * (most() / least())) {
            double now = lifetimeValue == null
                    ? weighing.lifetimeValue().typical()
                    : Math.max(least(), Math.min(most(), lifetimeValue));
            numbers.add(amount(now * wanted / own));
        }
        return Look.with(List.of("lifetimeValue", "marginToDate", "acquisitionCost"), numbers, NO_TEXTS);
    }

    private double least() {
        return weighing.lifetimeValue().scale().least()
                * weighing.lifetimeValue().typical();
    }

    private double most() {
        return weighing.lifetimeValue().scale().most()
                * weighing.lifetimeValue().typical();
    }

    private static BigDecimal amount(double money) {
        return BigDecimal.valueOf(money).setScale(0, RoundingMode.HALF_UP);
    }

    private SortedSet<BigDecimal> windows() {
        var days = new TreeSet<BigDecimal>();
        policy.limits().forEach(limit -> days.add(BigDecimal.valueOf(limit.days())));
        policy.suppression().forEach(rest -> {
            days.add(BigDecimal.valueOf(rest.withinDays()));
            days.add(BigDecimal.valueOf(rest.pauseDays()));
        });
        return days;
    }
}
