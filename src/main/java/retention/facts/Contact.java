package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something we sent or offered before. */
@About("Something we sent or offered before.")
public record Contact(
        @About("code of the action") @Nullable String action,
        @About("how it was sent") @Nullable Channel channel,

        @About("the day it was sent, or advised where it is not known whether it was") @Nullable
        LocalDate sentOn,

        @About("whether it was sent or only advised; sent when left out") @Nullable
        ContactState state,

        @About("what became of it") @Nullable Outcome outcome,

        @About("the cancel episode it belongs to, if any") @Nullable
        String episode,

        AsOf asOf)
        implements Dated {
    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(sentOn);
    }
}
