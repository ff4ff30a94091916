package retention.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running contract. */
@About("The running contract.")
public record Contract(
        @About("name of the plan") @Nullable String plan,

        @About(value = "price a month, in the company's currency", least = 0) @Nullable
        Double monthlyPrice,

        @About("agreed term in months; 1 is month to month") @Nullable
        Integer termMonths,

        @About("first day") @Nullable LocalDate startedOn,
        @About("last day of the agreed term") @Nullable LocalDate endsOn,

        @About("whether it goes on unless cancelled") @Nullable
        Boolean renewsItself,

        @About(value = "fee for leaving now, in the company's currency", least = 0) @Nullable
        Double exitFee,

        @About("add-ons in use") @Nullable List<String> addOns,

        @About(value = "how many add-ons the plan could have", least = 0) @Nullable
        Integer addOnsAvailable,

        @About("how it is paid") @Nullable PaymentMethod paymentMethod,

        @About("whether payment needs nothing of the customer") @Nullable
        Boolean paidAutomatically,

        @About(value = "price a month of the cheapest plan that would cover the present use", least = 0) @Nullable
        Double cheaperPlanPrice,

        @About(value = "what our customers pay a month on average, in the company's currency", least = 0) @Nullable
        Double usualMonthlyPrice,

        @About("the day the price last rose") @Nullable LocalDate priceRaisedOn,

        @About("whether the customer was told before the price rose") @Nullable
        Boolean priceRaiseAnnounced,

        AsOf asOf)
        implements Dated {

    /** Copies the add-ons. Throws IllegalArgumentException for a number below zero. */
    public Contract {
        Range.check("addOnsAvailable", addOnsAvailable, 0, Integer.MAX_VALUE);
        Range.check("monthlyPrice", monthlyPrice, 0);
        Range.check("exitFee", exitFee, 0);
        Range.check("cheaperPlanPrice", cheaperPlanPrice, 0);
        Range.check("usualMonthlyPrice", usualMonthlyPrice, 0);
        addOns = addOns == null ? null : List.copyOf(addOns);
    }

    @Override
    @About("days since it started")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(startedOn);
    }

    @About("days until the agreed term ends; negative when it has ended")
    public @Nullable Integer daysToEnd() {
        return asOf.daysUntil(endsOn);
    }

    @About("yes when it can be left every month")
    public @Nullable Boolean monthToMonth() {
        return termMonths == null ? null : termMonths <= 1;
    }

    @About(value = "how many add-ons are in use", least = 0)
    public @Nullable Integer addOnsInUse() {
        return addOns == null ? null : addOns.size();
    }

    /** Null when the plan has no add-ons to choose from. */
    @About("percent of the add-ons the plan could have that are in use")
    public @Nullable Integer addOnSharePercent() {
        return Percent.of(addOnsInUse(), addOnsAvailable);
    }

    @About("percent by which the price lies above what our customers pay on average; negative when it lies below")
    public @Nullable Integer dearerThanUsualPercent() {
        return Percent.above(usualMonthlyPrice, monthlyPrice);
    }

    @About("days since the price last rose; not known when it never did, or will only rise")
    public @Nullable Integer daysSincePriceRise() {
        return asOf.happened(priceRaisedOn) ? asOf.daysSince(priceRaisedOn) : null;
    }

    @About("what the cheaper plan would save a month, in the company's currency")
    public @Nullable Double overpaidMonthly() {
        return monthlyPrice == null || cheaperPlanPrice == null ? null : monthlyPrice - cheaperPlanPrice;
    }

    /** Nothing is known about it: every fact is null, so a rule can ask without testing for null first. */
    public static Contract unknown(AsOf asOf) {
        return new Contract(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, asOf);
    }

    @About("yes when anything is known about it")
    public boolean known() {
        return !equals(unknown(asOf));
    }
}
