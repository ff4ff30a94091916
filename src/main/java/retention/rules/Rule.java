package retention.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One rule as its author wrote it.
 *
 * @param note the comment above it
 * @param line where it begins, from 1
 * @param types the types it matches on
 * @param bound names it bound, without the dollar sign
 * @param signals names of the signals it asks for
 * @param asks the facts it asks for, in their order; empty for a rule whose checks were done at an earlier start
 * @param says what it concludes
 * @param evidence its points as written
 * @param begin offset of its first character in the file
 * @param end offset behind its last
 */
record Rule(
        String name,
        RuleFile file,
        int line,
        Note note,
        Set<String> types,
        Set<String> bound,
        List<Said> signals,
        @JsonIgnore List<Asked> asks,
        List<Said> says,
        List<RuleListing.Points> evidence,
        int begin,
        int end) {

    /** The kind of what is {@link #says said} about how much a recommendation weighs: the action's code and the number as written. */
    static final String WEIGHT = "Weight";

    /** A rule that comes back from disk has no conditions: only its checks need them. */
    Rule {
        asks = Objects.requireNonNullElse(asks, List.of());
    }

    /**
     * A name that must exist elsewhere.
     *
     * @param kind Recommend, Weight, Withhold, Signal, Evidence or Play
     * @param name of the action, the signal or the play; empty for evidence
     * @param offset where in the file
     */
    record Said(String kind, String name, int offset) {}
}
