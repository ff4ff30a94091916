package retention.rules.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comparisons that are spoken instead of written, such as {@code $days is less than 30}. */
final class InWords {

    private static final int LONGEST = 8;

    private static final String SMALL = "(less|smaller|lower|fewer|shorter|cheaper|earlier)";
    private static final String LARGE = "(more|larger|greater|higher|bigger|longer|dearer|later)";

    private static final Pattern IS_NOT = Pattern.compile("(is|are|was) not( equals?)?( to)?(?= |$)");

    /** Each operator with the words for it, the longest first. */
    private static final Map<String, Pattern> SPOKEN = new LinkedHashMap<>();

    static {
        spoken("<=", "at most|up to|(no|not) " + LARGE + " than|" + SMALL + " (than )?or equals?( to)?");
        spoken(">=", "at least|(no|not) " + SMALL + " than|" + LARGE + " (than )?or equals?( to)?");
        spoken("<", SMALL + "( than)?|under|below");
        spoken(">", LARGE + "( than)?|over|above|exceeds");
        spoken("not in", "not (in|one of)");
        spoken("in", "in|one of");
        spoken("!=", "not equals?( to)?|unequal( to)?");
        spoken("==", "equals?( to)?|exactly");
    }

    private InWords() {}

    private static void spoken(String operator, String words) {
        SPOKEN.put(operator, Pattern.compile("((is|are|was|has) )?(" + words + ")(?= |$)"));
    }

    /** What to write instead of the words that come next, behind a value; null when they compare nothing. */
    static @Nullable String sentence(Tokens tokens, Expression left) {
        List<String> words = words(tokens);
        String spoken = String.join(" ", words);
        int is = spoken.matches("(is|lies) .*") ? 1 : 0;
        if (words.size() > is && words.get(is).equals("between")) {
            return between(tokens, left, is + 1);
        }
        for (Map.Entry<String, Pattern> one : SPOKEN.entrySet()) {
            Matcher matcher = one.getValue().matcher(spoken);
            if (matcher.lookingAt()) {
                return instead(tokens, left, one.getKey(), matcher.group());
            }
        }
        Matcher not = IS_NOT.matcher(spoken);
        if (not.lookingAt()) {
            return instead(tokens, left, "!=", not.group());
        }
        return spoken.matches("(is|are|was)( .*)?") ? instead(tokens, left, "==", words.get(0)) : null;
    }

    private static List<String> words(Tokens tokens) {
        var words = new ArrayList<String>();
        for (int i = 0; i < LONGEST && tokens.peek(i).kind() == Token.Kind.NAME; i++) {
            words.add(tokens.peek(i).text().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static String instead(Tokens tokens, Expression left, String operator, String spoken) {
        int behind = spoken.split(" ").length;
        String value = value(tokens, behind);
        String meant = operator;
        if (value.matches("missing|unknown|empty|known")) {
            boolean known = value.equals("known");
            meant = known == operator.equals("==") ? "!=" : "==";
            value = "null";
        } else if (operator.equals("!=") && value.matches("true|false")) {
            meant = "==";
            value = value.equals("true") ? "false" : "true";
        }
        return "write " + meant + " instead of \"" + spoken + "\": " + left + " " + meant + " " + value;
    }

    /** Both ends, each in a condition of its own. */
    private static String between(Tokens tokens, Expression left, int from) {
        int low = from + (tokens.peek(from).is("(") ? 1 : 0);
        int high = low + (tokens.peek(low).is("-") ? 2 : 1);
        high += tokens.peek(high).kind() == Token.Kind.NUMBER
                        || tokens.peek(high).kind() == Token.Kind.END
                ? 0
                : 1;
        Object again = left instanceof Binding binding ? "$" + binding.name() : left;
        return "write " + left + " >= " + value(tokens, low) + ", " + again + " <= " + value(tokens, high);
    }

    /** A value as it stands there, as far as it is one token; yes and no as they are written. */
    static String value(Tokens tokens, int at) {
        Token token = tokens.peek(at);
        Token next = tokens.peek(at + 1);
        if (token.is("-") && next.kind() == Token.Kind.NUMBER) {
            return "-" + next.text();
        }
        if (token.kind() == Token.Kind.NAME
                && next.is(".")
                && tokens.peek(at + 2).kind() == Token.Kind.NAME) {
            return token.text() + "." + tokens.peek(at + 2).text();
        }
        return switch (token.kind()) {
            case NUMBER, TEXT -> token.shown();
            case NAME -> plain(token.text());
            default -> "...";
        };
    }

    private static String plain(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> "true";
            case "no", "false" -> "false";
            default -> word;
        };
    }
}
