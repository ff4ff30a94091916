package retention.audit;

import java.util.List;

/**
 * Who is at fault for a {@link Pair}.
 *
 * @param rules those without which it would not be so; several when each of them alone, or only all together, would mend it
 * @param together whether it takes all of the rules
 * @param says a sentence for each rule, or one on what stops the action when no rule is at fault
 */
public record Blame(List<Culprit> rules, boolean together, List<String> says) {

    /** A rule and its place: file and line. */
    public record Culprit(String rule, String place) {}
}
