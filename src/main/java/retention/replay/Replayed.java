package retention.replay;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of deciding again.
 *
 * @param same whether what was handed in came out again: with the receipt's own rules where they are at hand, with those of
 *     today otherwise
 * @param customer whose facts they are; null when none in the file fits
 * @param engineVersion the version of the advisor that decided then
 * @param engineNow the version that decides now
 * @param facts whether the facts are those of the receipt
 * @param again what the receipt's own rules say; null when they are not at hand
 * @param today what the rules of today say, when they are others; null when they are the same or cannot decide
 * @param notes what else is to be known
 */
public record Replayed(
        boolean same,
        @Nullable String customer,
        String decisionId,
        String revision,
        String engineVersion,
        String engineNow,
        LocalDate asOf,
        Given facts,
        @Nullable Again again,
        @Nullable Today today,
        List<String> notes) {

    /** How the facts stand to the receipt. */
    public enum Given {
        /** Its facts, and its day. */
        SAME,
        /** Its facts, with another day. */
        OTHER_DAY,
        /** Other facts. */
        OTHER
    }

    /**
     * Decided with the rules of the receipt's revision.
     *
     * @param rules where they were found
     * @param whole whether a whole advice was handed in; otherwise receipts are compared
     * @param bytes whether every byte is the same, layout included
     * @param first the first difference; null when there is none
     */
    public record Again(
            String rules,
            boolean whole,
            boolean same,
            boolean bytes,
            @Nullable FirstDifference first) {}

    /**
     * Decided with the rules of today, which are of another revision.
     *
     * @param rules where they are
     * @param sameOutcome whether the same is advised in the same order, and the rest has the same fate
     * @param sameAdvice whether nothing at all is another but the revision
     * @param changes what is another in the outcome; null when the receipt does not say what came out
     * @param first the first difference, when the outcome is the same and the rest is not
     * @param causes what did it, as the engine judges; null when nothing is another or the old rules are not at hand
     * @param byFired the rules that spoke then or now alone, when the old rules are not at hand
     */
    public record Today(
            String rules,
            String revision,
            boolean sameOutcome,
            boolean sameAdvice,
            @Nullable Changes changes,
            @Nullable FirstDifference first,
            @Nullable Causes causes,
            List<ByFired> byFired) {}
}
