package retention.rules.explain;

import org.jspecify.annotations.Nullable;

/** A value of a condition, ready to be asked of a customer's facts. */
interface Value {

    /** Null when it is not known; {@link #NOBODY} when there was nothing to ask it of. */
    @Nullable
    Object of(Frame frame);

    /** The answer to {@code surveys.latest!.score} of whom there is no survey: no comparison with it holds. */
    Object NOBODY = new Object();
}
