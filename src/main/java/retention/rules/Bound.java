package retention.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.api.runtime.rule.Match;

/** What a rule bound as {@code $name}, as its reasons tell it: plain values only, a whole fact is not one. */
final class Bound {

    /** Reasons are for reading: of a longer text the beginning is told. */
    private static final int LONGEST_TEXT = 1_000;

    private Bound() {}

    /** The values by name without the dollar sign. */
    static SortedMap<String, Object> values(Match match) {
        SortedMap<String, Object> values = null;
        for (String name : match.getDeclarationIds()) {
            Object value = name.startsWith("$") ? match.getDeclarationValue(name) : null;
            if (value != null && plain(value)) {
                values = values == null ? new TreeMap<>() : values;
                values.put(name.substring(1), value instanceof String text ? beginning(text) : value);
            }
        }
        return values == null ? Collections.emptySortedMap() : values;
    }

    private static boolean plain(Object value) {
        return value instanceof Number
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof LocalDate;
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean inside = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, inside ? LONGEST_TEXT - 1 : LONGEST_TEXT) + "…";
    }
}
