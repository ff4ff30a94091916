package retention.facts;

/** How far a contact has come. */
public enum ContactState {
    /** It was advised; whether it went out is not known. */
    ADVISED,
    /** It went out. */
    SENT
}
