package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One matter the customer brought to us. */
@About("One matter the customer brought to us.")
public record ServiceCase(
        @About("the case's number") @Nullable String id,
        @About("what it is about") @Nullable CaseKind kind,
        @About("how it came in") @Nullable Channel channel,
        @About("the day it was opened") @Nullable LocalDate openedOn,
        @About("the day it was first answered") @Nullable LocalDate answeredOn,

        @About("the day it was settled; leave out while it is open") @Nullable
        LocalDate resolvedOn,

        @About("the day we promised an answer or a call for") @Nullable
        LocalDate promisedOn,

        @About(value = "how often the customer had to get in touch about it", least = 0) @Nullable
        Integer numberOfContacts,

        @About(value = "what the customer gave for its handling, 1 to 5", least = 1, most = 5) @Nullable
        Integer score,

        @About("whether it is about how somebody behaved") @Nullable
        Boolean aboutConduct,

        @About("whether our site answers it") @Nullable Boolean selfServiceCouldAnswer,

        @About("whether it came when nobody was there") @Nullable
        Boolean outOfHours,

        AsOf asOf)
        implements Dated {

    /** Throws IllegalArgumentException for a score off the scale. */
    public ServiceCase {
        Range.check("score", score, 1, 5);
        Range.check("numberOfContacts", numberOfContacts, 0, Integer.MAX_VALUE);
    }

    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(openedOn);
    }

    @About("yes while it is not settled")
    public boolean open() {
        return !asOf.happened(resolvedOn) && (openedOn == null || asOf.happened(openedOn));
    }

    @About("yes when nobody has answered yet")
    public boolean unanswered() {
        return open() && !asOf.happened(answeredOn);
    }

    @About("days since it was settled")
    public @Nullable Integer daysSinceResolved() {
        return asOf.happened(resolvedOn) ? asOf.daysSince(resolvedOn) : null;
    }

    @About("yes when we promised an answer for a day that has passed, and have not given it")
    public boolean promiseBroken() {
        Integer days = asOf.daysSince(promisedOn);
        return unanswered() && days != null && days > 0;
    }
}
