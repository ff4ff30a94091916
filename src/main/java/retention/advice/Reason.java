package retention.advice;

import java.util.SortedMap;

/**
 * Why: the rule, its sentence with the values filled in, and the values alone.
 *
 * @param values what the rule bound, by name without the dollar sign
 */
public record Reason(String rule, String sentence, SortedMap<String, Object> values) implements Comparable<Reason> {

    @Override
    public int compareTo(Reason other) {
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : sentence.compareTo(other.sentence);
    }
}
