package retention.advice;

/** What the value of an action is an estimate of, for the typical customer. */
public enum ValueBasis {
    /** A part of all that is still to come: the customer may leave over this. */
    RELATIONSHIP,
    /** A part of what the contract brings in a year. */
    CONTRACT,
    /** One purchase that would otherwise not happen, or not happen again. */
    PURCHASE,
    /** A kindness that brings little at once. */
    GOODWILL
}
