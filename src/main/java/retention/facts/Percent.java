package retention.facts;

import org.jspecify.annotations.Nullable;

/** Percentages of what may not be known, rounded to whole numbers. */
final class Percent {

    private static final double WHOLE = 100;

    private Percent() {}

    /** The part in percent of the whole; null when either is not known, or the whole is nothing. */
    static @Nullable Integer of(@Nullable Integer part, @Nullable Integer whole) {
        return part == null || whole == null || whole <= 0 ? null : (int) Math.round(part * WHOLE / whole);
    }

    /** By how much percent a value lies above a base, negative when below; null when either is not known or the base is nothing. */
    static @Nullable Integer above(@Nullable Double base, @Nullable Double value) {
        return base == null || value == null || base <= 0 ? null : (int) Math.round((value - base) / base * WHOLE);
    }
}
