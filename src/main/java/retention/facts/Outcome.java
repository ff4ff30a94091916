package retention.facts;

/** What became of something we sent or offered. */
public enum Outcome {
    /** No reaction. */
    IGNORED,
    /** Taken up. */
    ACCEPTED,
    /** Refused. */
    REJECTED,
    /** Caused a complaint. */
    COMPLAINED
}
