package retention.facts;

/** What a customer seeks first. */
public enum Segment {
    /** Pays for ease. */
    CONVENIENCE,
    /** Moves for a better price. */
    PRICE,
    /** Stays for the brand and for being recognised. */
    RELATIONSHIP
}
