package retention.advice;

import java.time.LocalDate;

/**
 * What is needed to make the same decision again.
 *
 * @param decisionId hash of facts, revision and asOf
 * @param revision SHA-256 over the names and contents of the rule folder's files
 * @param factsHash SHA-256 over the customer's facts in one defined order, without asOf
 * @param holdout whether the customer belongs to a group kept free of marketing
 * @param probability with which this advice was chosen; 1 because nothing is left to chance
 */
public record Receipt(
        String decisionId,
        String revision,
        String engineVersion,
        String factsHash,
        LocalDate asOf,
        boolean holdout,
        double probability) {}
