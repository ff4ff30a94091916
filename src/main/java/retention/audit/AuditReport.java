package retention.audit;

import java.util.List;

/**
 * What an audit found. Becomes JSON.
 *
 * @param customers how many were audited
 * @param withoutMarketing of how many nothing could be told, for they got no marketing whatever was varied
 * @param unreadable lines that are no customer, or for whom a rule failed
 * @param problems the first of them, with their lines
 * @param protectedFields what was varied beside tenure
 * @param occasions rules that were left out, for they greet on a day that comes to everybody
 * @param groups what breaks fair terms, by the rules at fault; empty when nothing does
 */
public record AuditReport(
        String revision,
        long customers,
        long withoutMarketing,
        long unreadable,
        List<String> problems,
        List<String> protectedFields,
        List<Occasion> occasions,
        List<Group> groups) {

    /** A rule that was left out when a fact was varied. */
    public record Occasion(String fact, String rule, String place) {}

    /**
     * Pairs with the same rules at fault.
     *
     * @param rules empty when no rule is at fault, but the contact policy or how actions are weighed
     * @param together whether it takes all of these rules; otherwise each of them alone does it
     * @param lost codes of the actions
     * @param pairs how many there are
     * @param customers of how many customers
     * @param first the first of them in the order of the customers
     */
    public record Group(
            String fact,
            List<Blame.Culprit> rules,
            boolean together,
            List<String> lost,
            long pairs,
            long customers,
            List<Pair> first) {}

    /** Whether every customer was read, and nothing breaks fair terms. */
    public boolean fine() {
        return groups.isEmpty() && unreadable == 0;
    }
}
