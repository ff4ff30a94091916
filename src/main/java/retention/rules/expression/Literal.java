package retention.rules.expression;

import java.math.BigDecimal;

/**
 * A value that stands in the rule itself.
 *
 * @param text a number or a day as written, a text without its quotes, {@code true}, {@code false} or {@code null}
 */
public record Literal(Kind kind, String text, int begin) implements Expression {

    /** What a literal can be. */
    public enum Kind {
        WHOLE,
        DECIMAL,
        TEXT,
        /** A day, which no condition is compared with. */
        DATE,
        YES_NO,
        NOTHING
    }

    /** Whether it is this number, text or word, whatever the place. */
    public boolean is(Kind wanted, String written) {
        return kind == wanted && text.equals(written);
    }

    /** Whether it is a number. */
    public boolean number() {
        return kind == Kind.WHOLE || kind == Kind.DECIMAL;
    }

    /** The number. Throws NumberFormatException when it is none. */
    public BigDecimal amount() {
        return new BigDecimal(text);
    }

    @Override
    public String toString() {
        return kind == Kind.TEXT ? "\"" + text + "\"" : text;
    }
}
