package retention.rules.explain;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import retention.advice.Priority;
import retention.advice.Score;

/**
 * Why each action is advised, and why each other one is not. Becomes JSON.
 *
 * @param why in the order of the advice
 * @param whyNot by code
 */
public record Explanation(List<Why> why, List<WhyNot> whyNot) {

    /**
     * What an advised action rests on.
     *
     * @param priority what it is worth; null for the way out
     * @param beat the actions whose place it took
     */
    public record Why(
            String action, List<Grounds> rules, @Nullable Priority priority, List<Beaten> beat) {}

    /**
     * A rule that speaks for an action.
     *
     * @param place file and line
     * @param says its sentences, with the values, as its author wrote them
     * @param facts places in the customer's JSON that it looked at
     * @param scores those that it asks for, with every point
     * @param signals those that it asks for and that were raised
     */
    public record Grounds(
            String rule,
            String place,
            List<String> says,
            List<String> facts,
            SortedMap<String, Score> scores,
            List<Raised> signals) {}

    /** A signal and the rules that raised it. */
    public record Raised(String name, List<Grounds> raisedBy) {}

    /**
     * An action that made room for another one.
     *
     * @param priority what it is worth, which was too little
     * @param says both priorities side by side, by language ("en", "zh")
     */
    public record Beaten(String action, Priority priority, Map<String, String> says) {}

    /**
     * What stopped an action.
     *
     * @param guardrail which guardrail did; null when something else did
     * @param reference the law or the line that the guardrail rests on; null when there is none
     * @param says one sentence by language ("en", "zh")
     * @param rules those that could recommend it and do not speak
     */
    public record WhyNot(
            String action,
            String title,
            Stage stage,
            @Nullable String guardrail,
            @Nullable String reference,
            Map<String, String> says,
            List<Silent> rules) {}

    /**
     * A rule that does not speak.
     *
     * @param place file and line
     * @param says one sentence by language ("en", "zh")
     * @param signals what it asks for and nobody noticed
     */
    public record Silent(
            String rule, String place, Failure failure, Map<String, String> says, List<MissingSignal> signals) {}

    /** A signal that was not raised, and the rules that could have. */
    public record MissingSignal(String name, List<Silent> raisedBy) {}
}
