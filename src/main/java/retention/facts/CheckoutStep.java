package retention.facts;

/** Where a check-out was left. */
public enum CheckoutStep {
    /** When the price was shown. */
    PRICE,
    /** When the delivery fee was shown. */
    DELIVERY_FEE,
    /** At the payment. */
    PAYMENT,
    /** Anywhere else. */
    OTHER
}
