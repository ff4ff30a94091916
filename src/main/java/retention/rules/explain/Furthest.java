package retention.rules.explain;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Of all the ways in which a rule failed, the one that came furthest; of two that came as far, the first. For one search. */
final class Furthest {

    private int rank = -1;
    private @Nullable Failure failure;

    /** Notes a failure; its words are made only when none came further. */
    void note(int at, Supplier<Failure> words) {
        if (at > rank) {
            rank = at;
            failure = words.get();
        }
    }

    /** Null when nothing failed. */
    @Nullable
    Failure failure() {
        return failure;
    }
}
