package retention.advice;

/** What sort of thing an action is. The order of the constants is the order of precedence in an advice. */
public enum ActionKind {
    /** Puts something right or serves; carries no marketing and needs no marketing consent. */
    SERVICE,
    /** Work for our own people that the customer does not see. */
    TASK,
    /** Offers, invites, greets or sells; only with consent. */
    MARKETING
}
