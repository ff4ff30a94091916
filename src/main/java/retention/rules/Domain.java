package retention.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values that something asked for can have: a range of numbers, or texts, words, yes and no by name. Immutable.
 *
 * @param missing whether it can be not known
 * @param only the values there are; null when there are too many to name
 * @param out values that it cannot have
 * @param low the smallest number; null when there is none
 * @param high the largest number; null when there is none
 */
record Domain(
        boolean missing,
        @Nullable Set<String> only,
        Set<String> out,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean lowOut,
        boolean highOut,
        boolean whole) {

    /** Longer ranges are told by their ends. */
    private static final BigDecimal MOST_NAMED = BigDecimal.valueOf(100);

    /** Everything, of whole numbers or of anything else. */
    static Domain all(boolean whole) {
        return new Domain(true, null, Set.of(), null, null, false, false, whole);
    }

    /** These values and no others. */
    static Domain of(Collection<String> values, boolean whole) {
        return new Domain(false, Set.copyOf(values), Set.of(), null, null, false, false, whole);
    }

    /** Not known. */
    static Domain nothing(boolean whole) {
        return new Domain(true, Set.of(), Set.of(), null, null, false, false, whole);
    }

    /** Everything that is known. */
    Domain known() {
        return new Domain(false, only, out, low, high, lowOut, highOut, whole);
    }

    /** The same, and not known besides. */
    Domain orMissing() {
        return new Domain(true, only, out, low, high, lowOut, highOut, whole);
    }

    /** All but these values; not known is none of them. */
    static Domain except(Collection<String> values, boolean whole) {
        return new Domain(true, null, Set.copyOf(values), null, null, false, false, whole);
    }

    /** Known numbers from a number on, which counts itself unless it is {@code out}. */
    static Domain from(BigDecimal least, boolean out, boolean whole) {
        BigDecimal low = whole ? least.setScale(0, out ? RoundingMode.FLOOR : RoundingMode.CEILING) : least;
        return whole && out
                ? from(low.add(BigDecimal.ONE), false, true)
                : new Domain(false, null, Set.of(), low, null, out, false, whole);
    }

    /** Known numbers up to a number, which counts itself unless it is {@code out}. */
    static Domain to(BigDecimal most, boolean out, boolean whole) {
        BigDecimal high = whole ? most.setScale(0, out ? RoundingMode.CEILING : RoundingMode.FLOOR) : most;
        return whole && out
                ? to(high.subtract(BigDecimal.ONE), false, true)
                : new Domain(false, null, Set.of(), null, high, false, out, whole);
    }

    /** Whether a value is among those that are named. */
    boolean holds(String value) {
        return only != null && only.contains(value);
    }

    /** Whether anything but not known is left out. */
    boolean bounded() {
        return low != null || high != null;
    }

    /** For messages: {@code from 1 to 12}. */
    String range() {
        return (low == null ? "" : "from " + name(low))
                + (high == null ? "" : (low == null ? "" : " ") + "to " + name(high));
    }

    /** What is in both. */
    Domain meet(Domain other) {
        var excluded = new HashSet<>(out);
        excluded.addAll(other.out);
        boolean lowIsMine = other.low == null || (low != null && low.compareTo(other.low) > 0);
        boolean highIsMine = other.high == null || (high != null && high.compareTo(other.high) < 0);
        boolean sameLow = low != null && other.low != null && low.compareTo(other.low) == 0;
        boolean sameHigh = high != null && other.high != null && high.compareTo(other.high) == 0;
        var both = new Domain(
                missing && other.missing,
                only == null ? other.only : other.only == null ? only : common(only, other.only),
                excluded,
                lowIsMine ? low : other.low,
                highIsMine ? high : other.high,
                sameLow ? lowOut || other.lowOut : lowIsMine ? lowOut : other.lowOut,
                sameHigh ? highOut || other.highOut : highIsMine ? highOut : other.highOut,
                whole);
        return both.tight();
    }

    /** Whether no value is left. */
    boolean empty() {
        if (missing) {
            return false;
        }
        Set<String> named = named();
        if (named != null) {
            return named.isEmpty();
        }
        if (low == null || high == null) {
            return false;
        }
        int order = low.compareTo(high);
        return order > 0 || (order == 0 && (lowOut || highOut || out.contains(name(low))));
    }

    /** Whether all of these values are surely among the others. */
    boolean within(Domain other) {
        if (missing && !other.missing) {
            return false;
        }
        Set<String> named = named();
        if (named != null) {
            return named.stream().allMatch(other::has);
        }
        return other.only == null
                && (other.low == null || (low != null && other.reachesDownTo(low, lowOut)))
                && (other.high == null || (high != null && other.reachesUpTo(high, highOut)))
                && other.out.stream().noneMatch(this::has);
    }

    private boolean reachesDownTo(BigDecimal least, boolean leastOut) {
        int order = least.compareTo(low);
        return order > 0 || (order == 0 && (!lowOut || leastOut));
    }

    private boolean reachesUpTo(BigDecimal most, boolean mostOut) {
        int order = most.compareTo(high);
        return order < 0 || (order == 0 && (!highOut || mostOut));
    }

    /** The values by name; null when there are too many. */
    private @Nullable Set<String> named() {
        Set<String> all = only == null ? few() : only;
        return all == null ? null : all.stream().filter(this::has).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The whole numbers of a short range; null for any other. */
    private @Nullable Set<String> few() {
        if (!whole || low == null || high == null || high.subtract(low).compareTo(MOST_NAMED) > 0) {
            return null;
        }
        return Stream.iterate(low, one -> one.compareTo(high) <= 0, one -> one.add(BigDecimal.ONE))
                .map(Domain::name)
                .collect(Collectors.toSet());
    }

    /** The same where a range of whole numbers does not begin with one that is left out: from 0 without 0 is from 1. */
    private Domain tight() {
        Domain tight = this;
        while (whole && tight.low != null && out.contains(name(tight.low))) {
            tight = tight.between(tight.low.add(BigDecimal.ONE), high);
        }
        while (whole && tight.high != null && out.contains(name(tight.high))) {
            tight = tight.between(tight.low, tight.high.subtract(BigDecimal.ONE));
        }
        return tight;
    }

    private Domain between(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        return new Domain(missing, only, out, least, most, lowOut, highOut, whole);
    }

    private boolean has(String value) {
        return (only == null || only.contains(value))
                && !out.contains(value)
                && !(whole && value.contains("."))
                && (!bounded() || inRange(value));
    }

    private boolean inRange(String value) {
        var number = new BigDecimal(value);
        int below = low == null ? 1 : number.compareTo(low);
        int above = high == null ? -1 : number.compareTo(high);
        return (below > 0 || (below == 0 && !lowOut)) && (above < 0 || (above == 0 && !highOut));
    }

    /** A number as it stands among names, however it was written. */
    static String name(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }
}
