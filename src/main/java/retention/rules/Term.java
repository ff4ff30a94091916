package retention.rules;

/**
 * Something that a rule asks for, told apart from all else it asks for.
 *
 * @param subject the fact it is asked of, such as {@code Customer} or {@code Order#2}
 * @param key the question in one way of writing
 * @param all every value it can have
 * @param yes the values with which a question with yes or no is answered with yes; all of them for other questions
 */
record Term(String subject, String key, Domain all, Domain yes, Domain no) {

    /** A value that is compared. */
    static Term value(String subject, String key, Domain all) {
        return new Term(subject, key, all, all, all);
    }
}
