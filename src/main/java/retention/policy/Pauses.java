package retention.policy;

/** What is held back after an outcome. */
public enum Pauses {
    /** The same action. */
    ACTION,
    /** Marketing by the same channel. */
    CHANNEL,
    /** All marketing. */
    MARKETING
}
