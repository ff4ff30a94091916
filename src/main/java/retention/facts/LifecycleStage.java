package retention.facts;

/** How far the relationship has come. */
public enum LifecycleStage {
    /** Has not bought yet. */
    POTENTIAL,
    /** Bought for the first time lately. */
    NEW,
    /** Buys now and then. */
    REGULAR,
    /** Buys again and again. */
    LOYAL,
    /** Used to buy, has stopped. */
    LAPSED
}
