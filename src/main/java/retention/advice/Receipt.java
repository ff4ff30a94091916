package retention.advice;

import java.time.LocalDate;
import java.util.List;

/**
 * What is needed to make the same decision again.
 *
 * @param decisionId hash of facts, revision and asOf
 * @param revision SHA-256 over the names and contents of the rule folder's files
 * @param factsHash SHA-256 over the customer's facts in one defined order, without asOf
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
        List<String> blanked,
        boolean holdout,
        List<String> holdouts,
        double probability) {}
