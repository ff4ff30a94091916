package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something bad that happened to the customer through us. */
@About("Something bad that happened to the customer through us.")
public record Incident(
        @About("what happened") @Nullable IncidentKind kind,
        @About("the day it happened") @Nullable LocalDate happenedOn,
        @About("whether it was made good") @Nullable Boolean compensated,

        @About("what the customer lost, in the company's currency") @Nullable
        Double loss,

        AsOf asOf)
        implements Dated {
    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(happenedOn);
    }
}
