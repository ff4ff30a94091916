package retention.http;

/** Which requests the log tells of. */
public enum LoggedRequests {
    /** None of them. */
    NONE,
    /** Those that were refused, failed or took long. */
    PROBLEMS,
    /** Each one. */
    ALL
}
