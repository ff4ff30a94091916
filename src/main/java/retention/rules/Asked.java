package retention.rules;

import java.util.List;

/**
 * A fact that a rule asks for.
 *
 * @param name what the whole fact is remembered as, without the dollar sign; empty when it is not
 * @param offset where in the file it begins
 */
record Asked(String fact, Mode mode, String name, List<Condition> conditions, int offset) {

    /** How it is asked for. */
    enum Mode {
        /** Once for each such fact. */
        EACH,
        /** {@code exists}: one is enough. */
        SOME,
        /** {@code not}: there must be none. */
        NONE,
        /** Inside {@code or}, {@code accumulate} or several facts in parentheses. */
        WITHIN
    }
}
