package retention.facts;

/** What happened to the customer through us. */
public enum IncidentKind {
    /** The service was down. */
    OUTAGE,
    /** Data was exposed. */
    PRIVACY_BREACH,
    /** Money was lost to fraud. */
    FRAUD_LOSS,
    /** A bill was wrong. */
    WRONG_BILL,
    /** A product was recalled. */
    RECALL
}
