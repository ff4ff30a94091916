package retention.rules.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Units and currencies that people write beside a number, which stands alone here. */
public final class Unit {

    private static final Pattern WORD = Pattern.compile(
            "(?i)days?|weeks?|months?|years?|hours?|h|minutes?|mins?|seconds?|secs?|ms|millis(econds)?|times|percent|pct|"
                    + "euros?|dollars?|pounds?|francs?|yuan|cents?|points?|pts|pieces?|pcs|EUR|USD|GBP|CHF|CNY|RMB|JPY");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final int FARTHEST = 40;

    private Unit() {}

    static boolean word(String word) {
        return WORD.matcher(word).matches();
    }

    static String sentence(String number) {
        return "a number stands alone, without unit or currency: write " + number;
    }

    /** What to write instead of the sign of a currency at an offset; null when it is none, or no number is beside it. */
    public static @Nullable String sentence(String text, int at) {
        if (Character.getType(text.charAt(at)) != Character.CURRENCY_SYMBOL) {
            return null;
        }
        Matcher behind = NUMBER.matcher(
                text.substring(at + 1, Math.min(text.length(), at + FARTHEST)).stripLeading());
        if (behind.lookingAt()) {
            return sentence(behind.group());
        }
        String before = text.substring(Math.max(0, at - FARTHEST), at).stripTrailing();
        Matcher last = Pattern.compile("(?<![\\w.])(" + NUMBER + ")$").matcher(before);
        return last.find() ? sentence(last.group(1)) : null;
    }
}
