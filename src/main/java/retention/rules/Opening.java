package retention.rules;

import retention.rules.sandbox.Budget;

/**
 * How rule books are opened, one after the other. Thread-safe.
 *
 * @param compiled what need not be compiled again
 * @param budget how much the rules may do for one customer
 */
public record Opening(CompiledFiles compiled, Budget budget) {

    /** With nothing compiled yet, and the budget that is enough for real customers. */
    public static Opening standard() {
        return new Opening(new CompiledFiles(), Budget.STANDARD);
    }

    /** The same for rules that are only looked at: none of what they become is kept on disk. */
    public Opening inMemory() {
        return new Opening(compiled.inMemory(), budget);
    }

    /** Checks and compiles; throws {@link BadRules}. */
    public RuleBook open(RuleSources sources) {
        return RuleBook.open(sources, compiled).within(budget);
    }
}
