package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The account in the loyalty programme. */
@About("The account in the loyalty programme.")
public record LoyaltyAccount(
        @About("the present tier") @Nullable String tier,
        @About("points on the account") @Nullable Integer points,
        @About("points that expire next") @Nullable Integer pointsExpiring,
        @About("the day they expire") @Nullable LocalDate pointsExpireOn,
        @About("benefits earned and not yet used") @Nullable Integer unusedBenefits,
        @About("points missing to the next tier") @Nullable Integer pointsToNextTier,

        @About("a benefit that is earned by staying") @Nullable
        String deferredBenefit,

        @About("the day it is earned") @Nullable LocalDate deferredBenefitDueOn,
        @About("the day the account was opened") @Nullable LocalDate joinedOn,
        AsOf asOf)
        implements Dated {

    @Override
    @About("days since the account was opened")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(joinedOn);
    }

    /** Null when the points or the distance are not known, and in the highest tier. */
    @About("percent of the way to the next tier that is done")
    public @Nullable Integer nextTierPercent() {
        if (points == null || pointsToNextTier == null || points < 0 || pointsToNextTier <= 0) {
            return null;
        }
        double all = (double) points + pointsToNextTier;
        return (int) Math.round(100d * points / all);
    }

    @About("days until points expire; negative when they have")
    public @Nullable Integer pointsExpireInDays() {
        return asOf.daysUntil(pointsExpireOn);
    }

    @About("days until the deferred benefit is earned; negative when it is due")
    public @Nullable Integer deferredBenefitInDays() {
        return asOf.daysUntil(deferredBenefitDueOn);
    }

    /** Nothing is known about it: every fact is null, so a rule can ask without testing for null first. */
    public static LoyaltyAccount unknown(AsOf asOf) {
        return new LoyaltyAccount(null, null, null, null, null, null, null, null, null, asOf);
    }

    @About("yes when anything is known about it")
    public boolean known() {
        return !equals(unknown(asOf));
    }
}
