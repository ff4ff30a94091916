package retention.rules;

import java.util.ArrayList;
import java.util.List;
import retention.advice.Concluded;
import retention.facts.Customer;
import retention.rules.sandbox.Budget;

/** One rule of a stage as it is written otherwise, compiled alone. Rules of a stage do not know each other. Thread-safe. */
final class Swapped implements AutoCloseable {

    private final String rule;
    private final Half half;
    private volatile boolean stopped;

    Swapped(String rule, Half half) {
        this.rule = rule;
        this.half = half;
    }

    /** The name of the rule. */
    String rule() {
        return rule;
    }

    /** Whether it ever failed or did more than the budget allows. */
    boolean stopped() {
        return stopped;
    }

    /** What a stage concluded, with what this rule concludes instead of what the rule of its name did. */
    List<Concluded<?>> instead(
            List<Concluded<?>> concluded, Customer customer, Extensions extensions, List<?> given, Budget budget) {
        var all = new ArrayList<Concluded<?>>(concluded);
        all.removeIf(one -> one.reason().rule().equals(rule));
        try {
            all.addAll(half.run(customer, extensions, given, budget));
        } catch (IllegalStateException failed) {
            stopped = true;
            throw failed;
        }
        return all;
    }

    @Override
    public void close() {
        half.close();
    }
}
