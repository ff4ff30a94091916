package retention.advice;

/** What is measured of a customer. */
public enum Dimension {
    /** What the customer believes of our word. */
    TRUST,
    /** How content the customer is. */
    SATISFACTION,
    /** What the customer would lose by leaving; never a barrier. */
    SWITCHING_COST
}
