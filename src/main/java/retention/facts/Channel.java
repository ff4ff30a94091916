package retention.facts;

/** A way to reach a customer. */
public enum Channel {
    /** Electronic mail. */
    EMAIL,
    /** A call. */
    PHONE,
    /** A text message. */
    SMS,
    /** A message in our app. */
    APP,
    /** A letter. */
    POST
}
