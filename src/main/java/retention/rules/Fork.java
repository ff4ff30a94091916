package retention.rules;

import java.util.Set;

/**
 * A place where a rule, or the contact policy, can go two ways. The two ways are its sides.
 *
 * @param owner the rule; the guardrail or the step of an advice for what is no rule
 * @param file as messages name it
 * @param line from 1
 * @param column from 1
 * @param begin offset of its first character in the file
 * @param end offset behind its last
 * @param text as it was written, on one line
 */
public record Fork(Kind kind, String owner, String file, int line, int column, int begin, int end, String text) {

    /** What forks. */
    public enum Kind {
        /** A condition of a fact or of a sum, one without {@code &&} and {@code ||} in it. */
        CONDITION("true", "false"),
        /** A fact without conditions: whether there is one. */
        FACT("true", "false"),
        /** A signal: whether it was raised. */
        SIGNAL("true", "false"),
        /** {@code exists}. */
        EXISTS("true", "false"),
        /** {@code not}. */
        NOT("true", "false"),
        /** {@code accumulate}: whether there is anything to sum up. */
        SUM("true", "false"),
        /** A guardrail, or a row of the contact policy: whether it stops an action. */
        GUARDRAIL("blocking", "letting through"),
        /** Whether a field that may be profiled is kept from the rules. */
        PRIVACY("hidden", "shown"),
        /** Whether it is known what was sent to the customer before. */
        CONTACTS("unknown", "known"),
        /** Whether something is said to the customer: how they can leave, or that a price is personal. */
        SAID("said", "left out"),
        /** A step of putting actions in order: whether it leaves one out. */
        ARBITRATION("leaving out", "leaving in");

        private static final Set<Kind> RULES = Set.of(CONDITION, FACT, SIGNAL, EXISTS, NOT, SUM);

        private final String yes;
        private final String no;

        Kind(String yes, String no) {
            this.yes = yes;
            this.no = no;
        }

        /** How a side is called. */
        public String side(boolean yes) {
            return yes ? this.yes : no;
        }

        /** Whether it is part of a rule. */
        public boolean ofRules() {
            return RULES.contains(this);
        }
    }

    /** The place as messages tell it. */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
