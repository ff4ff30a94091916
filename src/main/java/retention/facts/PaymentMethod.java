package retention.facts;

/** How a contract is paid. */
public enum PaymentMethod {
    /** By bank transfer. */
    BANK_TRANSFER,
    /** Collected by us. */
    DIRECT_DEBIT,
    /** By credit or debit card. */
    CARD,
    /** By electronic cheque, sent each time. */
    ELECTRONIC_CHEQUE,
    /** By cheque in the post. */
    CHEQUE,
    /** On invoice. */
    INVOICE,
    /** In cash. */
    CASH,
    /** By a payment app. */
    WALLET
}
