package retention.rules;

import java.time.LocalDate;
import java.util.Collection;
import retention.facts.Facts;

/** The kinds of values that a condition can meet; only values of one kind can be compared. */
enum Kind {
    NUMBER("a number"),
    TEXT("a text"),
    DATE("a date"),
    YES_NO("yes or no"),
    WORD("one of a list of words"),
    /** A list of facts, which answers questions. */
    LIST("a list"),
    /** A plain list of texts. */
    TEXTS("a list of texts"),
    FACT("a fact"),
    /** {@code null}. */
    NOTHING("nothing");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** With its article, for messages. */
    String words() {
        return words;
    }

    /** Whether it can be asked further questions. */
    boolean answers() {
        return this == LIST || this == FACT;
    }

    /** The kind of a Java type. */
    static Kind of(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return YES_NO;
        }
        if ((type.isPrimitive() && type != void.class) || Number.class.isAssignableFrom(type)) {
            return NUMBER;
        }
        if (type == String.class) {
            return TEXT;
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        if (type.isEnum()) {
            return WORD;
        }
        return Facts.class.isAssignableFrom(type) ? LIST : structured(type);
    }

    private static Kind structured(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return TEXTS;
        }
        return type == void.class ? NOTHING : FACT;
    }
}
