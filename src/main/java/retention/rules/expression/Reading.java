package retention.rules.expression;

import org.jspecify.annotations.Nullable;

/** What became of a text: a condition, or the first mistake in it; the other is null. */
public record Reading(
        @Nullable Expression condition, @Nullable Mistake mistake) {

    /** Reads one condition, as it stands between two commas in the parentheses of a fact. */
    public static Reading of(String text) {
        var tokens = new Tokens(text);
        Expression condition = new Parser(tokens).condition();
        Mistake mistake = tokens.mistake();
        return mistake == null ? new Reading(condition, null) : new Reading(null, mistake);
    }
}
