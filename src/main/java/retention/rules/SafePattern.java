package retention.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the pattern behind {@code matches} can be tried on any text in a moment. Only shapes that cannot take long
 * are let through: single characters and classes, each with a bounded repeat, and one star or plus. Repeated groups, and
 * several endless repeats one after the other, are what makes a pattern run for ever.
 */
final class SafePattern {

    private static final int LONGEST = 60;

    /** Choices that bounded repeats may leave altogether. */
    private static final int MOST_CHOICES = 1_000;

    private static final String SIMPLER = ": write a simpler text, as in \"[A-Z]{2}.*\", or several comparisons";
    private static final Pattern PIECE = Pattern.compile(
            "(\\[\\^?[\\p{L}\\p{N} _-]+]|[\\p{L}\\p{N} .,:;/@#&%'!=<>_-])(\\*|\\+|\\?|\\{(\\d{1,2})(?:,(\\d{1,2}))?})?");

    private SafePattern() {}

    /** Why a pattern is refused; null when it is fine. */
    static @Nullable String refusal(String pattern) {
        if (pattern.length() > LONGEST) {
            return "a pattern has " + LONGEST + " characters at most" + SIMPLER;
        }
        String shape = shape(pattern);
        return shape != null ? shape : syntax(pattern);
    }

    private static @Nullable String shape(String pattern) {
        Matcher piece = PIECE.matcher(pattern);
        int stars = 0;
        int choices = 1;
        int at = 0;
        while (at < pattern.length()) {
            if (!piece.region(at, pattern.length()).lookingAt()) {
                return "the pattern may not hold " + pattern.charAt(at) + " here" + SIMPLER;
            }
            boolean star = "*".equals(piece.group(2)) || "+".equals(piece.group(2));
            stars += star ? 1 : 0;
            choices = Math.min(MOST_CHOICES + 1, choices * (star ? 1 : choices(piece)));
            at = piece.end();
        }
        if (stars > 1) {
            return "a pattern holds one * or + at most: to look for a text within another write contains";
        }
        return choices > MOST_CHOICES ? "the pattern repeats too much" + SIMPLER : null;
    }

    private static int choices(Matcher piece) {
        if ("?".equals(piece.group(2))) {
            return 2;
        }
        return piece.group(4) == null ? 1 : Math.max(1, Integer.parseInt(piece.group(4)));
    }

    private static @Nullable String syntax(String pattern) {
        try {
            Pattern.compile(pattern);
            return null;
        } catch (PatternSyntaxException wrong) {
            return "the pattern cannot be read" + SIMPLER;
        }
    }
}
