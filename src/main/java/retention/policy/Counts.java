package retention.policy;

/** Which of the contacts with a customer a limit counts. */
public enum Counts {
    /** All that was advised, whether or not it went out. */
    ADVISED,
    /** What went out; what nobody says was only advised did. */
    SENT,
    /** What was taken up. */
    ACCEPTED
}
