package retention.facts;

/** The tone of a text. */
public enum Sentiment {
    /** Unhappy. */
    NEGATIVE,
    /** Neither. */
    NEUTRAL,
    /** Happy. */
    POSITIVE
}
