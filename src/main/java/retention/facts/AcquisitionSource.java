package retention.facts;

/** How a customer was won. */
public enum AcquisitionSource {
    /** Recommended by another customer. */
    REFERRAL,
    /** Came for a discount. */
    DISCOUNT,
    /** Came by advertising. */
    ADVERTISING,
    /** Found us. */
    SEARCH,
    /** Sent by a partner. */
    PARTNER,
    /** Any other way. */
    OTHER
}
