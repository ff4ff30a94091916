package retention.rules.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule speaks for a customer.
 *
 * @param failure the first thing that does not hold; null when it speaks
 * @param matches the facts of each way in which it speaks; empty when it does not
 */
public record Outcome(@Nullable Failure failure, List<List<Found>> matches) {

    /** Whether the rule speaks. */
    public boolean speaks() {
        return failure == null;
    }

    /** Whether that could be told at all. */
    public boolean told() {
        return failure == null || failure.kind() != Failure.Kind.CANNOT_TELL;
    }
}
