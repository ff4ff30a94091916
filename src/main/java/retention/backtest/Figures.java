package retention.backtest;

import java.util.Arrays;
import java.util.Locale;

/** Numbers as people read them in tables, the same on every machine. */
final class Figures {

    private Figures() {}

    /** {@code 7,043}. */
    static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number from -1 to 1 without the needless zero: {@code .808}, {@code -.120}, {@code 1.000}. */
    static String three(double number) {
        return String.format(Locale.ROOT, "%.3f", number)
                .replaceFirst("^-0\\.000$", "0.000")
                .replaceFirst("^(-?)0\\.", "$1.");
    }

    /** {@code 26.5 %}, of a share from 0 to 1. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** {@code 1.89}. */
    static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** Mean with one decimal. There must be a number. */
    static String mean(int[] numbers) {
        return String.format(
                Locale.ROOT, "%.1f", Arrays.stream(numbers).average().orElseThrow());
    }
}
