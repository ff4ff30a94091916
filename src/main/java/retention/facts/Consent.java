package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the customer allowed us, for one channel and one purpose. */
@About("What the customer allowed us, for one channel and one purpose.")
public record Consent(
        @About("the channel; a withdrawal without one closes all") @Nullable
        Channel channel,

        @About("what it was given for; a withdrawal without one closes all") @Nullable
        Purpose purpose,

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
        Integer left = asOf.daysUntil(endsOn);
        return asOf.happened(givenOn) && (left == null || left >= 0) && !refused();
    }

    /**
     * Whether the customer took it back. A day ahead counts: it may be of another time zone, and a consent that is to end later
     * says so by its last day.
     */
    @About("yes when it was taken back")
    public boolean refused() {
        return withdrawnOn != null;
    }

    /** Whether it speaks of this channel and purpose; a withdrawal that names none speaks of all. */
    boolean withdraws(Channel one, Purpose other) {
        return refused() && (channel == null || channel == one) && (purpose == null || purpose == other);
    }

    /** Whether it opens this channel for this purpose today. */
    boolean opens(Channel one, Purpose other) {
        return valid() && channel == one && purpose == other;
    }

    /** Whether it was given after a day; after none when there is none. */
    boolean givenAfter(@Nullable LocalDate day) {
        return givenOn != null && (day == null || givenOn.isAfter(day));
    }
}
