package retention.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import retention.facts.Consent;
import retention.facts.Customer;
import retention.facts.Purpose;

/**
 * Whether conclusions may be drawn from a customer's behaviour. The newest word counts, and a withdrawal beats a consent of
 * its day. A channel does not matter: profiling has none.
 */
final class Profiling {

    private Profiling() {}

    /** Whether the law lets rules see the profiled fields. */
    static boolean allowed(Customer customer, Needs needs) {
        LocalDate given = given(customer);
        LocalDate withdrawn = withdrawn(customer);
        if (withdrawn == null) {
            return given != null || needs == Needs.NOTHING;
        }
        return given != null && given.isAfter(withdrawn);
    }

    /** The day of the newest consent that holds; null when there is none. */
    private static @Nullable LocalDate given(Customer customer) {
        LocalDate newest = null;
        for (Consent consent : customer.consents()) {
            if (consent.purpose() == Purpose.PROFILING && consent.valid()) {
                newest = later(newest, consent.givenOn());
            }
        }
        return newest;
    }

    /** The day of the newest withdrawal of profiling, or of everything; null when there is none. */
    private static @Nullable LocalDate withdrawn(Customer customer) {
        LocalDate newest = null;
        for (Consent consent : customer.consents()) {
            boolean everything = consent.purpose() == null && consent.channel() == null;
            if (consent.refused() && (everything || consent.purpose() == Purpose.PROFILING)) {
                newest = later(newest, consent.withdrawnOn());
            }
        }
        return newest;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
