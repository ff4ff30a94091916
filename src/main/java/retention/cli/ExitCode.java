package retention.cli;

/** How a verb ends. */
final class ExitCode {

    /** It worked. */
    static final int OK = 0;
    /** It worked, and the answer is no: bad rules, failing cases, bad lines. */
    static final int NO = 1;
    /** It was called the wrong way. */
    static final int MISUSE = 2;

    private ExitCode() {}
}
