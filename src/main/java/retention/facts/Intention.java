package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A product the customer is about to buy. */
@About("A product the customer is about to buy.")
public record Intention(
        @About("the product") @Nullable String product,

        @About("why it does not suit them, if it does not") @Nullable
        String unsuitableBecause,

        @About("why now is a bad time, if it is") @Nullable String badlyTimedBecause,
        @About("the day we saw it") @Nullable LocalDate seenOn,
        AsOf asOf)
        implements Dated {
    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(seenOn);
    }

    /** Nothing is known about it: every fact is null, so a rule can ask without testing for null first. */
    public static Intention unknown(AsOf asOf) {
        return new Intention(null, null, null, null, asOf);
    }

    @About("yes when anything is known about it")
    public boolean known() {
        return !equals(unknown(asOf));
    }
}
