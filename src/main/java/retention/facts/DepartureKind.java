package retention.facts;

/** A sign that the customer may leave. */
public enum DepartureKind {
    /** Has a competitor's quote. */
    COMPETITOR_QUOTE,
    /** Compared prices. */
    PRICE_COMPARISON,
    /** Asked how to cancel. */
    ASKED_HOW_TO_CANCEL,
    /** Asked to cancel. */
    ASKED_TO_CANCEL
}
