package retention.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the numbers of a YAML file against what they may be, and notes each that will not do. One object for one file. */
final class Numbers {

    private static final int MANY = 100;

    private final List<Fault> faults = new ArrayList<>();

    /** What was wrong so far. */
    List<Fault> faults() {
        return faults;
    }

    /** The entry itself; null when it is missing, which has then been noted. */
    <T> @Nullable T needed(@Nullable T entry, String meaning, String... path) {
        if (entry == null) {
            faults.add(Fault.of(Code.MISSING_ENTRY, named(path) + " is missing: " + meaning, path));
        }
        return entry;
    }

    /** A number from 0 to 1. */
    double share(@Nullable Double number, String meaning, String... path) {
        return number(number, number != null && number >= 0 && number <= 1, "from 0 to 1", meaning, path);
    }

    /** A number above 0 and at most 1. */
    double atMostOne(@Nullable Double number, String meaning, String... path) {
        return number(number, number != null && number > 0 && number <= 1, "above 0 and at most 1", meaning, path);
    }

    /** A number from 1 to 100. */
    double fromOne(@Nullable Double number, String meaning, String... path) {
        return number(number, number != null && number >= 1 && number <= MANY, "from 1 to 100", meaning, path);
    }

    /** A number above 0. */
    double aboveZero(@Nullable Double number, String meaning, String... path) {
        boolean fine = number != null && number > 0 && number < Double.POSITIVE_INFINITY;
        return number(number, fine, "above 0", meaning, path);
    }

    /** A whole number from 0 to 100; 0 is none. */
    int count(@Nullable Integer number, String... path) {
        boolean fine = number != null && number >= 0 && number <= MANY;
        return (int) number(number, fine, "from 0 (none) to 100", "how many at most; 0 is none", path);
    }

    private double number(@Nullable Number number, boolean fine, String range, String meaning, String... path) {
        Number given = needed(number, meaning, path);
        if (given != null && !fine) {
            faults.add(Fault.of(Code.OUT_OF_RANGE, named(path) + " must be " + range, path));
        }
        return given == null ? 1 : given.doubleValue();
    }

    private static String named(String... path) {
        return String.join(": ", path);
    }
}
