package retention.reload;

import java.time.Duration;

/**
 * How a rule folder is watched. It is looked at again and again, because notices of the operating system do not reach across
 * network disks and into containers.
 *
 * @param every how often the folder is looked at
 * @param quiet how long nothing may have changed before it is read: editors and copies need a while
 * @param longest how long it may go on changing before it is read all the same
 * @param patience how long reading and checking what was saved may take before it is given up
 * @param again when it is read once more after a change, for disks whose clock ticks slowly
 */
public record Watching(Duration every, Duration quiet, Duration longest, Duration patience, Duration again) {

    /** Every tenth of a second, 150 milliseconds of quiet but no more than five seconds of change, and once more after three seconds. */
    public static Watching defaults() {
        return new Watching(
                Duration.ofMillis(100),
                Duration.ofMillis(150),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(3));
    }

    /** The same with another time of quiet. */
    public Watching quietFor(Duration other) {
        return new Watching(
                every, other, longest.compareTo(other) < 0 ? other.multipliedBy(2) : longest, patience, again);
    }
}
