package retention.rules;

import java.math.BigDecimal;

/**
 * A number in a condition of a rule.
 *
 * @param compared whether something is compared with it; otherwise it stands in a question, such as {@code inLast(30)}
 * @param file as messages name it
 * @param line from 1
 * @param column from 1
 * @param text the condition as it was written, on one line
 */
public record Threshold(
        boolean compared, String rule, String file, int line, int column, BigDecimal number, String text) {

    /** The place of the number as messages tell it. */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
