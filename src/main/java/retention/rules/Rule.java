package retention.rules;

import java.util.List;
import java.util.Set;

/**
 * One rule as its author wrote it.
 *
 * @param note the comment above it
 * @param line where it begins, from 1
 * @param types the types it matches on
 * @param bound names it bound, without the dollar sign
 * @param signals names of the signals it asks for
 * @param says what it concludes
 * @param begin offset of its first character in the file
 * @param end offset behind its last
 */
record Rule(
        String name,
        RuleFile file,
        int line,
        String note,
        Set<String> types,
        Set<String> bound,
        List<Said> signals,
        List<Said> says,
        int begin,
        int end) {

    /**
     * A name that must exist elsewhere.
     *
     * @param kind Recommend, Withhold, Signal or Evidence
     * @param name of the action or the signal; empty for evidence
     * @param offset where in the file
     */
    record Said(String kind, String name, int offset) {}
}
