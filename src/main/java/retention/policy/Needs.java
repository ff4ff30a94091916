package retention.policy;

/** What the law asks for before something may be done to a customer. */
public enum Needs {
    /** A consent; not known is no. */
    CONSENT,
    /** Nothing until the customer refuses it. */
    NOTHING
}
