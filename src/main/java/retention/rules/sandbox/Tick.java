package retention.rules.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retention.facts.Facts;

/** What the compiled rules call, so that somebody counts: woven into them, never written in one. Thread-safe. */
public final class Tick {

    /** Asking a fact in a list costs less than a step. */
    private static final int FACTS_PER_STEP = 64;

    private Tick() {}

    /** One step; throws IllegalStateException when it is one too many. */
    public static void step(String rules) {
        Steps.current().step(rules);
    }

    /**
     * A list is about to be asked something, which costs the more the longer it is, and nothing when it is short; throws
     * IllegalStateException when that is too much.
     */
    public static void asks(@Nullable Object list, String rules) {
        Integer count = list instanceof Facts<?, ?> facts ? facts.count() : null;
        if (count != null && count >= FACTS_PER_STEP) { // most are short, and to look for who counts takes time
            Steps.current().steps(1 + count / FACTS_PER_STEP, rules);
        }
    }

    /** What a rule concludes: told to whoever listens for the customer at hand. */
    public static void concludes(Object conclusion) {
        Steps.current().concludes(conclusion);
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
