package retention.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Something wrong, or doubtful, in the rule folder.
 *
 * @param file as the author knows it, such as {@code rules/trust.drl}
 * @param line from 1; 0 when it concerns the whole file
 * @param column from 1; 0 when it concerns the whole line
 * @param source the line of the file; empty when there is none
 */
@JsonPropertyOrder({"file", "line", "column", "severity", "code", "message", "source"})
public record Problem(Code code, String file, int line, int column, String message, String source)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message)
            .thenComparing(Problem::code);

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t]]");

    /** A longer line is of no use on a screen. */
    private static final int LONGEST_SOURCE = 1000;

    /** A problem of a whole file or folder. */
    public static Problem of(Code code, String file, String message) {
        return new Problem(code, file, 0, 0, message, "");
    }

    /** A problem at a place of a text, whose line it shows. */
    public static Problem in(String text, Code code, String file, int line, int column, String message) {
        return shown(code, file, line, column, message, line(text, line));
    }

    /** A problem at a place of a line, which it shows. */
    static Problem shown(Code code, String file, int line, int column, String message, String source) {
        String stripped = source.stripTrailing();
        return new Problem(code, file, line, column, message, stripped.length() > LONGEST_SOURCE ? "" : stripped);
    }

    /** {@code error}, or {@code warning} for what stops nothing. */
    @JsonProperty
    public String severity() {
        return code.warning() ? "warning" : "error";
    }

    /** The problem with its line and a mark below the place, on up to three lines. */
    public String shown() {
        return Excerpt.below(toString(), plain(source), column);
    }

    /** The same problem, which stands for so many. */
    Problem times(int places) {
        String times = places > 1 ? " (in " + places + " places, of which this is the first)" : "";
        return new Problem(code, file, line, column, message + times, source);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return plain(file) + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "") + ": "
                + severity() + " " + code.id() + ": " + plain(message);
    }

    /** Without characters that a terminal obeys. */
    static String plain(String text) {
        return CONTROL.matcher(text.replace('\n', ' ')).replaceAll("\uFFFD");
    }

    private static String line(String text, int number) {
        int begin = 0;
        for (int i = 1; i < number && begin >= 0; i++) {
            begin = text.indexOf('\n', begin) + 1;
            if (begin == 0) {
                return "";
            }
        }
        int end = text.indexOf('\n', begin);
        return number < 1 ? "" : text.substring(begin, end < 0 ? text.length() : end);
    }
}
