package retention.advice;

import java.util.Comparator;
import java.util.SortedMap;

/**
 * Why: the rule, its sentence with the values filled in, and the values alone.
 *
 * @param values what the rule bound, by name without the dollar sign
 */
public record Reason(String rule, String sentence, SortedMap<String, Object> values) implements Comparable<Reason> {

    private static final Comparator<Reason> ORDER = Comparator.comparing(Reason::rule)
            .thenComparing(Reason::sentence)
            .thenComparing(reason -> reason.values().toString());

    @Override
    public int compareTo(Reason other) {
        return ORDER.compare(this, other);
    }
}
