package retention.rules;

import java.util.Comparator;

/**
 * Something wrong in the rule folder.
 *
 * @param file as the author knows it, such as {@code rules/trust.drl}
 * @param line from 1; 0 when it concerns the whole file
 * @param column from 1; 0 when it concerns the whole line
 */
public record Problem(String file, int line, int column, String message) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "") + ": " + message;
    }
}
