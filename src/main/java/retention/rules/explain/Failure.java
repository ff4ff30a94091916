package retention.rules.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first thing of a rule that does not hold.
 *
 * @param fact the type of the fact it is asked of, such as {@code Customer} or {@code Order}
 * @param path where in the customer's JSON that fact stands; empty for the customer and for what is no fact of theirs
 * @param condition as it stands in the rule; empty when no condition is at fault
 * @param seen what was asked and what the answer is
 * @param within of several possibilities, why each failed
 */
public record Failure(Kind kind, String fact, String path, String condition, List<Seen> seen, List<Failure> within) {

    /** What can go wrong. */
    public enum Kind {
        /** A condition is false. */
        CONDITION,
        /** There is no such fact at all. */
        NO_FACT,
        /** There is a fact that must not be there. */
        THERE_IS_ONE,
        /** Nothing could be summed up. */
        NOTHING_SUMMED,
        /** A signal was not raised. */
        NO_SIGNAL,
        /** Each of several possibilities failed. */
        NEITHER,
        /** It cannot be told; the condition says why. */
        CANNOT_TELL
    }

    /**
     * An answer.
     *
     * @param asked the question as written
     * @param value null when it is not known
     */
    public record Seen(String asked, @Nullable Object value) {}

    /** What was remembered of other facts, such as the month of the day, and then compared with in vain. */
    public Constants remembered() {
        var remembered = Constants.none();
        seen.stream().filter(one -> one.asked().startsWith("$")).forEach(one -> remembered.take(one.value()));
        Constants all = remembered;
        for (Failure inner : within) {
            all = all.and(inner.remembered());
        }
        return all;
    }

    static Failure of(Kind kind, String fact, String path, String condition) {
        return new Failure(kind, fact, path, condition, List.of(), List.of());
    }
}
