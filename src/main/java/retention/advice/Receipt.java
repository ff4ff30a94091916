package retention.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What is needed to make the same decision again, and to see whether it came out the same. What rules recommended is in exactly
 * one of {@code advised}, {@code beaten}, {@code blocked} and {@code withheld}, but for a fallback that nothing beat.
 *
 * @param decisionId hash of facts, revision and asOf
 * @param revision SHA-256 over the names and contents of the rule folder's files
 * @param factsHash SHA-256 over the customer's facts in one defined order, without asOf
 * @param fired names of the rules that concluded something, by the alphabet
 * @param advised codes of the actions in their order; none when doing nothing was best
 * @param beaten what lost, by code: {@code OUTRANKED} or {@code TOO_COSTLY}
 * @param blocked what a guardrail stopped, by code: which one
 * @param withheld what rules stopped, by code: the names of these rules; a guardrail has an article of law, a rule an author
 *     who answers for it, so both stand apart
 * @param blanked fields that rules did not see, because profiling was not allowed; by the alphabet
 * @param holdout whether something was kept from the customer by chance, to see what marketing does
 * @param holdouts the names of the holdouts that did
 * @param probability how likely the draw was to come out as it did, over all holdouts that had a say: the share of those
 *     held out, or the rest; 1 when the advice would be the same either way
 */
public record Receipt(
        String decisionId,
        String revision,
        String engineVersion,
        String factsHash,
        LocalDate asOf,
        List<String> fired,
        List<String> advised,
        SortedMap<String, Stop> beaten,
        SortedMap<String, String> blocked,
        SortedMap<String, List<String>> withheld,
        List<String> blanked,
        boolean holdout,
        List<String> holdouts,
        double probability) {}
