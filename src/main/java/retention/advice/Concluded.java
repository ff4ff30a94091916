package retention.advice;

import java.util.List;

/**
 * A conclusion with its signature, which the engine observes.
 *
 * @param strategy the rule file it comes from: assessment, trust, satisfaction, switching-cost
 */
public record Concluded<C extends Conclusion>(String strategy, C conclusion, Reason reason) {

    /** Those of one kind, in their order. */
    @SuppressWarnings("unchecked") // the conclusion's class has just been looked at
    public static <C extends Conclusion> List<Concluded<C>> only(Class<C> kind, List<Concluded<?>> concluded) {
        return concluded.stream()
                .filter(one -> kind.isInstance(one.conclusion()))
                .map(one -> (Concluded<C>) one)
                .toList();
    }
}
