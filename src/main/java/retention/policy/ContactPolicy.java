package retention.policy;

import java.util.List;

/**
 * What {@code contact-policy.yaml} says. Immutable.
 *
 * @param whenContactsUnknown what marketing may do when nobody sent what was sent before
 * @param profiled fields of the customer that rules see only where profiling is allowed
 * @param protectedFields fields of the customer that must not change terms
 * @param personalPrice tags of the actions that carry a price of the customer's own
 * @param jurisdictions each with its law; one is called {@link Jurisdiction#DEFAULT}
 */
public record ContactPolicy(
        List<Limit> limits,
        WhenUnknown whenContactsUnknown,
        List<Suppression> suppression,
        List<String> profiled,
        List<String> protectedFields,
        List<Holdout> holdouts,
        List<String> personalPrice,
        List<Jurisdiction> jurisdictions) {

    /** What marketing may do when nobody knows. */
    public enum WhenUnknown {
        /** It goes on, as if there had been no contact. */
        ALLOW,
        /** It rests. */
        BLOCK
    }

    /** Copies the lists. */
    public ContactPolicy {
        limits = List.copyOf(limits);
        suppression = List.copyOf(suppression);
        profiled = List.copyOf(profiled);
        protectedFields = List.copyOf(protectedFields);
        holdouts = List.copyOf(holdouts);
        personalPrice = List.copyOf(personalPrice);
        jurisdictions = List.copyOf(jurisdictions);
    }
}
