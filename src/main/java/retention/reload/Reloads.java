package retention.reload;

import java.util.concurrent.TimeUnit;

/**
 * How often the rule folder changed since the start.
 *
 * @param good what was saved serves
 * @param bad what was saved cannot serve
 * @param lastSeconds how long the last of both took, in seconds; 0 when there was none
 */
public record Reloads(long good, long bad, double lastSeconds) {

    static Reloads none() {
        return new Reloads(0, 0, 0);
    }

    Reloads another(boolean serves, long nanos) {
        double seconds = (double) nanos / TimeUnit.SECONDS.toNanos(1);
        return new Reloads(good + (serves ? 1 : 0), bad + (serves ? 0 : 1), seconds);
    }
}
