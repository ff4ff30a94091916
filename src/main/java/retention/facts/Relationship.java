package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What ties the customer and us together. */
@About("What ties the customer and us together.")
public record Relationship(
        @About(value = "preferences the customer saved with us", least = 0) @Nullable
        Integer savedPreferences,

        @About(value = "products on the wish list", least = 0) @Nullable
        Integer wishListItems,

        @About(value = "calendars and systems connected to us", least = 0) @Nullable
        Integer integrations,

        @About("whether they take part in our community") @Nullable
        Boolean communityMember,

        @About(value = "customers who came by their word", least = 0) @Nullable
        Integer referralsMade,

        @About(value = "ideas they gave us", least = 0) @Nullable
        Integer ideasSubmitted,

        @About("role or initials of our person who looks after them") @Nullable
        String accountOwner,

        @About("the day that person leaves") @Nullable LocalDate accountOwnerLeavesOn,

        @About("the day the preferences were last confirmed") @Nullable
        LocalDate preferencesConfirmedOn,

        @About(value = "payments that came on time", least = 0) @Nullable
        Integer paymentsOnTime,

        @About(value = "payments that came late", least = 0) @Nullable
        Integer paymentsLate,

        @About(value = "returns that went as agreed", least = 0) @Nullable
        Integer returnsInOrder,

        @About(value = "returns in dispute", least = 0) @Nullable
        Integer returnsDisputed,

        AsOf asOf)
        implements Dated {

    /** Throws IllegalArgumentException for a number below zero. */
    public Relationship {
        Range.check("savedPreferences", savedPreferences, 0, Integer.MAX_VALUE);
        Range.check("wishListItems", wishListItems, 0, Integer.MAX_VALUE);
        Range.check("integrations", integrations, 0, Integer.MAX_VALUE);
        Range.check("referralsMade", referralsMade, 0, Integer.MAX_VALUE);
        Range.check("ideasSubmitted", ideasSubmitted, 0, Integer.MAX_VALUE);
        Range.check("paymentsOnTime", paymentsOnTime, 0, Integer.MAX_VALUE);
        Range.check("paymentsLate", paymentsLate, 0, Integer.MAX_VALUE);
        Range.check("returnsInOrder", returnsInOrder, 0, Integer.MAX_VALUE);
        Range.check("returnsDisputed", returnsDisputed, 0, Integer.MAX_VALUE);
    }

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
