package retention.facts;

import org.jspecify.annotations.Nullable;

/** Refuses numbers that cannot be. */
final class Range {

    private Range() {}

    /** Throws IllegalArgumentException when a known value lies outside; an unknown one passes. */
    static void check(String name, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + (most == Integer.MAX_VALUE ? "" : " to " + most));
        }
    }

    /** Throws IllegalArgumentException when a known amount lies below; an unknown one passes. */
    static void check(String name, @Nullable Double value, int least) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(name + " must be from " + least);
        }
    }
}
