package retention.rules.explain;

/** Where the way of an action to an advice ended. */
public enum Stage {
    /** There are rules that recommend it, and none of them speaks. */
    NOT_MATCHED,
    /** No rule recommends it. */
    NO_RULE,
    /** A rule withholds it. */
    WITHHELD,
    /** A guardrail forbids it. */
    BLOCKED,
    /** It is worth no more than it costs. */
    TOO_COSTLY,
    /** Something better takes its place. */
    OUTRANKED,
    /** It is advised only when nothing else is. */
    FALLBACK,
    /** It is advised only to whoever asked to cancel. */
    WAY_OUT,
    /** A rule recommends it, and it can be told neither that it is advised nor what stopped it. */
    CANNOT_TELL
}
