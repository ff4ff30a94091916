package retention.rules.expression;

import java.util.Arrays;
import java.util.Optional;

/** What can stand between two values. */
public enum Operator {
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    /** One of a list of values. */
    IN("in"),
    /** A text that a pattern describes. */
    MATCHES("matches"),
    /** A list of texts that holds one. */
    CONTAINS("contains"),
    STARTS_WITH("str[startsWith]"),
    ENDS_WITH("str[endsWith]");

    private final String written;

    Operator(String written) {
        this.written = written;
    }

    /** As it stands in a rule. */
    public String written() {
        return written;
    }

    /** Whether it asks which of two values is larger. */
    public boolean ordering() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    /** Whether it compares with one other value of the same kind. */
    public boolean comparing() {
        return this == EQUAL || this == UNEQUAL || ordering();
    }

    /** The operator that is written so, if there is one. */
    static Optional<Operator> of(String written) {
        return Arrays.stream(values())
                .filter(one -> one.written.equals(written))
                .findFirst();
    }
}
