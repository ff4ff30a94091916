package retention.facts;

/** What a service case is about. */
public enum CaseKind {
    /** Something went wrong. */
    COMPLAINT,
    /** The customer asks. */
    QUESTION,
    /** Goods go back. */
    RETURN,
    /** How data is used. */
    PRIVACY,
    /** Suspected fraud. */
    FRAUD,
    /** A bill. */
    BILLING
}
