package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A sign that the customer may leave. */
@About("A sign that the customer may leave.")
public record DepartureSign(
        @About("what we saw") @Nullable DepartureKind kind,
        @About("the day we saw it") @Nullable LocalDate seenOn,

        @About("the cancel episode, so that one request counts once") @Nullable
        String episode,

        @About("the day the request was carried out or taken back") @Nullable
        LocalDate settledOn,

        AsOf asOf)
        implements Dated {
    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(seenOn);
    }

    @About("yes when it is a request to cancel that is not settled")
    public boolean cancelRequested() {
        return kind == DepartureKind.ASKED_TO_CANCEL && !asOf.happened(settledOn);
    }
}
