package retention.facts;

import org.jspecify.annotations.Nullable;

/** Percentages of what may not be known, rounded to whole numbers. */
final class Percent {

    private static final double WHOLE = 100;

    private Percent() {}

    /** The part in percent of the whole; null when either is not known, or the whole is nothing. */
    static @Nullable Integer of(@Nullable Integer part, @Nullable Integer whole) {
        return part == null || whole == null || whole <= 0 ? null : whole(part * WHOLE / whole);
    }

    /** By how much percent a value lies above a base, negative when below; null when either is not known or the base is nothing. */
    static @Nullable Integer above(@Nullable Double base, @Nullable Double value) {
        return base == null || value == null || base <= 0 ? null : whole((value - base) / base * WHOLE);
    }

    /** Rounded as {@link Math#round(double)} does; the greatest or least whole number for what lies beyond. */
    private static int whole(double percent) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.round(percent)));
    }
}
