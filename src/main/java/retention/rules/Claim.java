package retention.rules;

import org.jspecify.annotations.Nullable;

/**
 * What one condition says: that something has one of some values, or a sentence that is not looked into.
 *
 * @param term null for a sentence
 * @param allowed the values with which the condition holds; meaningless for a sentence
 * @param sentence the same in one way of writing
 * @param exact whether the sentence says all that the condition says
 * @param ordered whether it compares by size
 * @param offset where in the file it stands
 */
record Claim(
        String subject,
        @Nullable Term term,
        Domain allowed,
        String sentence,
        boolean exact,
        boolean ordered,
        int offset) {

    /** About a value. */
    static Claim of(Term term, Domain allowed, boolean ordered, int offset) {
        return new Claim(term.subject(), term, allowed, "", true, ordered, offset);
    }

    /** A sentence. */
    static Claim sentence(String subject, String sentence, boolean exact, int offset) {
        return new Claim(subject, null, Domain.all(false), sentence, exact, false, offset);
    }
}
