package retention.cli;

import picocli.CommandLine.Option;
import retention.rules.sandbox.Budget;

/** How much the rules may do for one customer: for whoever runs the advisor, not for whoever writes rules. */
final class BudgetOption {

    @Option(
            names = "--most-steps",
            paramLabel = "N",
            defaultValue = "300000",
            description =
                    "steps that the rules may take for one customer before they are stopped, such as comparing two "
                            + "facts; ${DEFAULT-VALUE} when left out")
    private int steps;

    @Option(
            names = "--most-firings",
            paramLabel = "N",
            defaultValue = "5000",
            description = "times that one rule may fire for one customer; ${DEFAULT-VALUE} when left out")
    private int firings;

    @Option(
            names = "--most-facts",
            paramLabel = "N",
            defaultValue = "10000",
            description = "entries that one list of a customer may have; ${DEFAULT-VALUE} when left out")
    private int facts;

    /** Throws IllegalArgumentException for numbers below one. */
    Budget budget() {
        return new Budget(steps, firings, facts, Budget.STANDARD.text());
    }
}
