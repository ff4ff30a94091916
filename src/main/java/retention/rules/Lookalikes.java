package retention.rules;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Characters that people type or paste for those that a rule is written with. */
final class Lookalikes {

    private static final int FULL_WIDTH_FROM = 0xFF01;
    private static final int FULL_WIDTH_TO = 0xFF5E;
    private static final int TO_PLAIN = FULL_WIDTH_FROM - '!';

    /** Marks around a text in many languages. */
    private static final String QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02";

    private static final Map<Integer, String> PLAIN = plain();

    private Lookalikes() {}

    /** Whether it opens or closes a text, like the plain quotation mark. */
    static boolean quote(int c) {
        return QUOTES.indexOf(c) >= 0;
    }

    /** Whether a rule can be written with it outside of texts and comments. */
    static boolean fine(int c) {
        boolean plain = (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t';
        boolean letter = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
        return plain || (letter && (c < FULL_WIDTH_FROM || c > FULL_WIDTH_TO));
    }

    /** What is to be done about one or more characters of a line that are not {@link #fine}, in their order. */
    static String advice(int... found) {
        if (found.length == 1 && Character.isSpaceChar(found[0])) {
            return "a space stands here that is not the plain one, as in text copied from elsewhere: write a plain space";
        }
        if (found.length == 1 && invisible(found[0])) {
            return "an invisible character stands here, as in text copied from elsewhere: delete it";
        }
        var shown = new StringBuilder();
        var instead = new StringBuilder();
        for (int c : found) {
            shown.append(name(c)).append(' ');
            instead.append(' ').append(Objects.requireNonNullElse(instead(c), "something else"));
        }
        if (found.length == 1 && instead(found[0]) == null) {
            return "the character " + shown + "does not work in a rule outside of quotes";
        }
        return "the character" + (found.length == 1 ? " " : "s ") + shown + (found.length == 1 ? "does" : "do")
                + " not work here: write" + instead;
    }

    private static String name(int c) {
        return Character.isSpaceChar(c) ? "(special space)" : invisible(c) ? "(invisible)" : Character.toString(c);
    }

    private static @Nullable String instead(int c) {
        if (Character.isSpaceChar(c)) {
            return "(plain space)";
        }
        if (invisible(c)) {
            return "(nothing)";
        }
        return c >= FULL_WIDTH_FROM && c <= FULL_WIDTH_TO ? Character.toString(c - TO_PLAIN) : PLAIN.get(c);
    }

    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }

    private static Map<Integer, String> plain() {
        var plain = new TreeMap<Integer, String>();
        QUOTES.chars().forEach(c -> plain.put(c, "\""));
        "\u2018\u2019\u201A\u201B\u00B4\uFF07".chars().forEach(c -> plain.put(c, "\""));
        "\u2010\u2011\u2012\u2013\u2014\u2212".chars().forEach(c -> plain.put(c, "-"));
        String pairs = "\u3001,\u3002.\u3010[\u3011]\u300A<\u300B>\u3008<\u3009>\u00D7*\u00F7/\u00B7.\uFF64,\uFF61.";
        for (int i = 0; i < pairs.length(); i += 2) {
            plain.put((int) pairs.charAt(i), pairs.substring(i + 1, i + 2));
        }
        plain.put(0x2265, ">=");
        plain.put(0x2264, "<=");
        plain.put(0x2260, "!=");
        plain.put(0x2026, "the rest");
        return plain;
    }
}
