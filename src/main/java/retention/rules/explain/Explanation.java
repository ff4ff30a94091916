package retention.rules.explain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why each action is advised, and why each other one is not. Becomes JSON.
 *
 * @param why in the order of the advice
 * @param whyNot by code
 */
public record Explanation(List<Why> why, List<WhyNot> whyNot) {

    /** What an advised action rests on. */
    public record Why(String action, List<Grounds> rules) {}

    /**
     * A rule that speaks for an action.
     *
     * @param place file and line
     * @param facts places in the customer's JSON that it looked at
     */
    public record Grounds(String rule, String place, List<String> facts) {}

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
