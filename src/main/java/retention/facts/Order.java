package retention.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One order. */
@About("One order.")
public record Order(
        @About("the order's number") @Nullable String id,
        @About("what was bought") @Nullable String product,

        @About("what was paid, in the company's currency") @Nullable
        Double amount,

        @About("the day it was ordered") @Nullable LocalDate orderedOn,

        @About("the day delivery was promised for") @Nullable
        LocalDate promisedOn,

        @About("the day it left") @Nullable LocalDate shippedOn,

        @About("the day the customer was told how it was shipped") @Nullable
        LocalDate noticeSentOn,

        @About("whether the customer was told how it was shipped; false only when it is known that nobody did")
        @Nullable
        Boolean noticeSent,

        @About("the day it arrived; leave out while it has not") @Nullable
        LocalDate deliveredOn,

        @About("the day it was cancelled") @Nullable LocalDate cancelledOn,
        @About("who carried it") @Nullable String carrier,
        @About("whether everything was in it") @Nullable Boolean complete,

        @About("whether it was damaged on the way") @Nullable
        Boolean damaged,

        @About("whether it was as described") @Nullable Boolean asDescribed,
        @About("whether it was genuine") @Nullable Boolean genuine,
        @About("whether the product fails") @Nullable Boolean defective,
        @About("whether it went back") @Nullable Boolean returned,

        @About("whether we refused to take it back") @Nullable
        Boolean returnRefused,

        @About("whether the return is in dispute") @Nullable Boolean returnDisputed,
        @About("the day money back was asked for") @Nullable LocalDate refundAskedOn,
        @About("the day money was paid back") @Nullable LocalDate refundPaidOn,

        @About("whether it was bought at a discount") @Nullable
        Boolean boughtAtDiscount,

        @About("how much its price has changed since; negative when it fell") @Nullable
        Double priceChangePercent,

        @About("what it should have cost with delivery, set-up and service, in the company's currency") @Nullable
        Double expectedTotalCost,

        @About("what it did cost with delivery, set-up and service, in the company's currency") @Nullable
        Double actualTotalCost,

        @About("the day maintenance is due") @Nullable LocalDate maintenanceDueOn,

        @About("what it cost on that day in another channel of ours, in the company's currency") @Nullable
        Double otherChannelPrice,

        @About("a product that goes with it and that they do not have, if there is one") @Nullable
        String goesWith,

        @About("whether it is known to be used little") @Nullable
        Boolean littleUsed,

        AsOf asOf)
        implements Dated {

    /** An order is as old as the day it was placed; if that is not known, as the day it was promised for. */
    @Override
    @About("days since it was ordered")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(orderedOn != null ? orderedOn : promisedOn);
    }

    @About("yes when it was called off")
    public boolean cancelled() {
        return asOf.happened(cancelledOn);
    }

    @About("yes when it has arrived")
    public boolean delivered() {
        return asOf.happened(deliveredOn);
    }

    @About(value = "days since it arrived; not known while it has not", least = 0)
    public @Nullable Integer daysSinceDelivered() {
        return delivered() ? asOf.daysSince(deliveredOn) : null;
    }

    /** Negative when it came early; null when no day was promised, it is neither delivered nor due, or it was called off or paid back. */
    @About("days it came later than promised; while it has not come, days since the promise passed")
    public @Nullable Integer daysLate() {
        if (promisedOn == null || (!delivered() && (cancelled() || asOf.happened(refundPaidOn)))) {
            return null;
        }
        if (deliveredOn != null && delivered()) {
            return Math.toIntExact(ChronoUnit.DAYS.between(promisedOn, deliveredOn));
        }
        Integer overdue = asOf.daysSince(promisedOn);
        return overdue == null || overdue <= 0 ? null : overdue;
    }

    @About("yes when the promised day has passed and it has not arrived")
    public boolean overdue() {
        return !delivered() && daysLate() != null;
    }

    @About(value = "days since money back was asked for, while it has not been paid", least = 0)
    public @Nullable Integer refundPendingDays() {
        return asOf.happened(refundAskedOn) && !asOf.happened(refundPaidOn) ? asOf.daysSince(refundAskedOn) : null;
    }

    @About("percent by which it cost more than expected")
    public @Nullable Integer costOverrunPercent() {
        return Percent.above(expectedTotalCost, actualTotalCost);
    }

    @About("days until maintenance is due; negative when it is overdue")
    public @Nullable Integer maintenanceDueInDays() {
        return asOf.daysUntil(maintenanceDueOn);
    }
}
