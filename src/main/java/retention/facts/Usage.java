package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How much the customer uses us, against their own habit. */
@About("How much the customer uses us, against their own habit.")
public record Usage(
        @About("the day of the last login") @Nullable LocalDate lastLoginOn,

        @About(value = "visits in the period that just ended", least = 0) @Nullable
        Integer visitsThisPeriod,

        @About(value = "visits in the period before", least = 0) @Nullable
        Integer visitsPreviousPeriod,

        @About(value = "purchases in the period that just ended", least = 0) @Nullable
        Integer purchasesThisPeriod,

        @About(value = "purchases in the period before", least = 0) @Nullable
        Integer purchasesPreviousPeriod,

        @About(value = "features or product lines in use", least = 0) @Nullable
        Integer featuresInUse,

        @About(value = "features or product lines there are", least = 0) @Nullable
        Integer featuresAvailable,

        @About(value = "percent of what the plan includes that is used", least = 0) @Nullable
        Integer planUsedPercent,

        AsOf asOf)
        implements Dated {

    /** Throws IllegalArgumentException for a number below zero. */
    public Usage {
        Range.check("visitsThisPeriod", visitsThisPeriod, 0, Integer.MAX_VALUE);
        Range.check("visitsPreviousPeriod", visitsPreviousPeriod, 0, Integer.MAX_VALUE);
        Range.check("purchasesThisPeriod", purchasesThisPeriod, 0, Integer.MAX_VALUE);
        Range.check("purchasesPreviousPeriod", purchasesPreviousPeriod, 0, Integer.MAX_VALUE);
        Range.check("featuresInUse", featuresInUse, 0, Integer.MAX_VALUE);
        Range.check("featuresAvailable", featuresAvailable, 0, Integer.MAX_VALUE);
        Range.check("planUsedPercent", planUsedPercent, 0, Integer.MAX_VALUE);
    }

    @Override
    @About("days since the last login")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(lastLoginOn);
    }

    /** The larger fall of visits and purchases; null when neither can be compared, negative when both grew. */
    @About("percent by which visits or purchases fell against the period before")
    public @Nullable Integer dropPercent() {
        Integer visits = drop(visitsPreviousPeriod, visitsThisPeriod);
        Integer purchases = drop(purchasesPreviousPeriod, purchasesThisPeriod);
        if (visits == null || purchases == null) {
            return visits == null ? purchases : visits;
        }
        return Math.max(visits, purchases);
    }

    /** Somebody who never comes is not meant: that is silence. */
    @About("yes when they came in the period that just ended, and bought at every visit")
    public @Nullable Boolean onlyToBuy() {
        if (visitsThisPeriod == null || purchasesThisPeriod == null) {
            return null;
        }
        return visitsThisPeriod > 0 && purchasesThisPeriod >= visitsThisPeriod;
    }

    @About("percent of the features or product lines there are that are in use")
    public @Nullable Integer featureSharePercent() {
        return Percent.of(featuresInUse, featuresAvailable);
    }

    private static @Nullable Integer drop(@Nullable Integer before, @Nullable Integer now) {
        return before == null || now == null || before <= 0 ? null : Math.round((before - now) * 100f / before);
    }

    /** Nothing is known about it: every fact is null, so a rule can ask without testing for null first. */
    public static Usage unknown(AsOf asOf) {
        return new Usage(null, null, null, null, null, null, null, null, asOf);
    }

    @About("yes when anything is known about it")
    public boolean known() {
        return !equals(unknown(asOf));
    }
}
