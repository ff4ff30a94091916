package retention.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one customer.
 *
 * @param customer the customer's id
 * @param actions in the order to take them
 * @param wayOut how the customer leaves, when they asked to; always beside any offer to stay
 * @param fallback what to do when nothing qualifies; null when there are actions
 * @param withheld what rules recommend and is not advised all the same, and why
 * @param riskOfLeaving 0 to 100: 100 less the weighted mean of the three scores
 * @param signals what the assessment noticed
 */
public record Advice(
        String customer,
        List<AdvisedAction> actions,
        @Nullable AdvisedAction wayOut,
        @Nullable AdvisedAction fallback,
        List<WithheldAction> withheld,
        Scores scores,
        int riskOfLeaving,
        List<NamedSignal> signals,
        Receipt receipt) {

    /** A signal and why it was raised. */
    public record NamedSignal(String name, List<Reason> reasons) {}
}
