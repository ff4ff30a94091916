package retention.facts;

import org.jspecify.annotations.Nullable;

/** A fact with an age. */
public interface Dated {
    /** Days since it happened, counted from the customer's {@code asOf}; negative in the future, null when unknown. */
    @Nullable
    Integer daysAgo();
}
