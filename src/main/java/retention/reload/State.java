package retention.reload;

import org.jspecify.annotations.Nullable;

/** What serves, and what was rejected after it; both change in one step. */
record State(Serving serving, InForce.@Nullable Rejected rejected) {

    /** The same serving, with nothing rejected. */
    State asSaved() {
        return new State(serving, null);
    }

    /** The same serving although something else was saved. */
    State rejecting(InForce.Rejected other) {
        return new State(serving, other);
    }

    InForce inForce() {
        return InForce.of(serving, rejected);
    }
}
