package retention.rules;

/**
 * A part of a rule file that can be read, or be broken, alone.
 *
 * @param begin the offset of its first character
 * @param end the offset behind its last one
 * @param closed whether a rule or a declared fact has its {@code end}
 */
record Passage(Kind kind, int begin, int end, boolean closed) {

    /** What it holds. */
    enum Kind {
        RULE,
        DECLARE,
        /** What the language has and rules may not use, and the package line. */
        OTHER,
        /** What belongs to nothing. */
        STRAY
    }

    boolean holds(int offset) {
        return begin <= offset && offset < end;
    }
}
