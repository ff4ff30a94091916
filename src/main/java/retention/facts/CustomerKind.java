package retention.facts;

/** A person or a company. */
public enum CustomerKind {
    /** A person. */
    CONSUMER,
    /** A company. */
    BUSINESS
}
