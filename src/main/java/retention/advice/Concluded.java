package retention.advice;

import java.util.ArrayList;
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
        var some = new ArrayList<Concluded<C>>();
        for (Concluded<?> one : concluded) {
            if (kind.isInstance(one.conclusion())) {
                some.add((Concluded<C>) one);
            }
        }
        return some;
    }
}
