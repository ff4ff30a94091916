package retention.rules.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the compiled rules call, so that somebody counts: woven into them, never written in one. Thread-safe. */
public final class Tick {

    private Tick() {}

    /** One step; throws IllegalStateException when it is one too many. */
    public static void step(String rules) {
        Steps.current().step(rules);
    }

    /** Gives back a text that a rule has made; throws IllegalStateException when it is too long. */
    public static String text(String made, String rules) {
        Steps.current().text(rules, made);
        return made;
    }

    /** Looks for a pattern in a text; the looking throws IllegalStateException when there is no end of it. */
    public static Matcher matcher(Pattern pattern, CharSequence text, String rules) {
        Steps steps = Steps.current();
        steps.text(rules, text);
        return pattern.matcher(new CountedText(text, steps, rules));
    }
}
