package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What ties the customer and us together. */
@About("What ties the customer and us together.")
public record Relationship(
        @About("preferences the customer saved with us") @Nullable
        Integer savedPreferences,

        @About("products on the wish list") @Nullable Integer wishListItems,

        @About("calendars and systems connected to us") @Nullable
        Integer integrations,

        @About("whether they take part in our community") @Nullable
        Boolean communityMember,

        @About("customers who came by their word") @Nullable Integer referralsMade,
        @About("ideas they gave us") @Nullable Integer ideasSubmitted,

        @About("role or initials of our person who looks after them") @Nullable
        String accountOwner,

        @About("the day that person leaves") @Nullable LocalDate accountOwnerLeavesOn,

        @About("the day the preferences were last confirmed") @Nullable
        LocalDate preferencesConfirmedOn,

        @About("payments that came on time") @Nullable Integer paymentsOnTime,
        @About("payments that came late") @Nullable Integer paymentsLate,
        @About("returns that went as agreed") @Nullable Integer returnsInOrder,
        @About("returns in dispute") @Nullable Integer returnsDisputed,
        AsOf asOf)
        implements Dated {

    @Override
    @About("days since the preferences were confirmed")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(preferencesConfirmedOn);
    }

    @About("days until the person who looks after them leaves")
    public @Nullable Integer accountOwnerLeavesInDays() {
        return asOf.daysUntil(accountOwnerLeavesOn);
    }

    /** Nothing is known about it: every fact is null, so a rule can ask without testing for null first. */
    public static Relationship unknown(AsOf asOf) {
        return new Relationship(null, null, null, null, null, null, null, null, null, null, null, null, null, asOf);
    }

    @About("yes when anything is known about it")
    public boolean known() {
        return !equals(unknown(asOf));
    }
}
