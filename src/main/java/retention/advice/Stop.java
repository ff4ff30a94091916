package retention.advice;

/** What kept an action that rules recommend from being advised. */
public enum Stop {
    /** A rule withholds it. */
    WITHHELD,
    /** A guardrail forbids it. */
    BLOCKED,
    /** It is worth no more than it costs. */
    TOO_COSTLY,
    /** Something better takes its place. */
    OUTRANKED
}
