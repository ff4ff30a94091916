package retention.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A chain of questions in a condition, such as {@code orders.late(3).inLast(90).count}, followed from a type.
 *
 * @param type what the last question gives back; null when the chain is wrong
 * @param mayBeMissing whether that can be "not known"
 * @param code which kind of problem it has; meaningless without one
 * @param wrong what is wrong with it, if anything
 * @param at where in the text that is
 */
record Chain(
        @Nullable Class<?> type,
        boolean mayBeMissing,
        Code code,
        @Nullable String wrong,
        int at) {

    private static final Pattern STEP = Pattern.compile("\\G\\s*(!?)\\.\\s*([A-Za-z_]\\w*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    /** Follows the chain that begins at a place of a text, for a fact of a company's own. */
    static Chain ofDeclared(Declared fact, String text, int at) {
        Matcher name = NAME.matcher(text);
        String field = name.find(at) ? name.group() : "";
        Class<?> type = fact.fields().get(field);
        return type == null
                ? new Chain(
                        null,
                        true,
                        Code.UNKNOWN_FIELD,
                        Conditions.unknown(fact.name(), field, fact.fields().keySet()),
                        at)
                : new Chain(type, true, Code.UNKNOWN_FIELD, null, at);
    }

    /** Follows the chain that begins at a place of a text. */
    static Chain of(Class<?> fact, String text, int at) {
        Matcher name = NAME.matcher(text);
        if (!name.find(at)) {
            return new Chain(null, true, Code.UNKNOWN_FIELD, "is not a question", at);
        }
        Class<?> type = fact;
        boolean missing = false;
        String question = name.group();
        int place = name.start();
        int end = name.end();
        while (true) {
            int close = closing(text, end);
            Vocabulary.Answer answer = Vocabulary.answer(type, question, arguments(text, end, close));
            if (answer == null) {
                return new Chain(null, true, Code.UNKNOWN_FIELD, Conditions.unknown(type, question), place);
            }
            String refusal = Vocabulary.refusal(type, question, words(text, end, close));
            if (refusal != null) {
                return new Chain(
                        null, true, Code.UNKNOWN_WORD, "\"" + question + "\" refuses the word: " + refusal, place);
            }
            missing |= answer.mayBeMissing();
            Matcher step = STEP.matcher(text);
            if (!step.find(close)
                    || !answer.type().getName().startsWith("retention.")
                    || answer.type().isEnum()) {
                return new Chain(answer.type(), missing, Code.UNKNOWN_FIELD, null, place);
            }
            if (answer.mayBeMissing() && step.group(1).isEmpty()) {
                return new Chain(
                        null,
                        true,
                        Code.MAY_FIND_NONE,
                        "\"" + question + "\" may find none: write !. behind it, as in " + question + "!."
                                + step.group(2),
                        place);
            }
            type = answer.type();
            question = step.group(2);
            place = step.start(2);
            end = step.end(2);
        }
    }

    /** Behind the parenthesis that closes the one opening next; {@code from} when none opens there. */
    private static int closing(String text, int from) {
        int open = from;
        while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
            open++;
        }
        if (open >= text.length() || text.charAt(open) != '(') {
            return from;
        }
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int arguments(String text, int from, int close) {
        String inside = text.substring(from, close).strip();
        if (inside.length() <= 2 || inside.substring(1, inside.length() - 1).isBlank()) {
            return 0;
        }
        int count = 1;
        int depth = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            count += c == ',' && depth == 1 ? 1 : 0;
        }
        return count;
    }

    private static Object[] words(String text, int from, int close) {
        return WORD.matcher(text.substring(from, close))
                .results()
                .map(word -> word.group(1))
                .toArray();
    }
}
