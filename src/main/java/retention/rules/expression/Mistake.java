package retention.rules.expression;

/** Why a text is no condition: where, as an offset into it, and a sentence that says what to write instead. */
public record Mistake(int at, String sentence) {}
