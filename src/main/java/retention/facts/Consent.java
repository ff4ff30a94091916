package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the customer allowed us, for one channel and one purpose. */
@About("What the customer allowed us, for one channel and one purpose.")
public record Consent(
        @About("the channel; leave out for profiling") @Nullable
        Channel channel,

        @About("what it was given for") @Nullable Purpose purpose,

        @About("the day it was given; a consent without a day counts as not given") @Nullable
        LocalDate givenOn,

        @About("the last day it holds") @Nullable LocalDate endsOn,
        @About("the day it was taken back") @Nullable LocalDate withdrawnOn,
        AsOf asOf)
        implements Dated {
    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(givenOn);
    }

    /** Whether it holds on the day of the decision: given by then, not yet ended, not withdrawn. */
    @About("yes when it holds today")
    public boolean valid() {
        Integer given = asOf.daysSince(givenOn);
        Integer left = asOf.daysUntil(endsOn);
        return given != null && given >= 0 && (left == null || left >= 0) && !refused();
    }

    /** Whether the customer took it back by the day of the decision. */
    @About("yes when it was taken back")
    public boolean refused() {
        Integer withdrawn = asOf.daysSince(withdrawnOn);
        return withdrawn != null && withdrawn >= 0;
    }
}
