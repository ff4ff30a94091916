package retention.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import retention.json.DidYouMean;

/**
 * Checks the names in one condition against the vocabulary: {@code orders.late(3).count >= 1} asks the customer for
 * orders, the orders for late ones, and so on. Finds the first wrong name of each chain.
 */
final class Conditions {

    private static final Set<String> WORDS = Set.of(
            "not", "in", "matches", "contains", "excludes", "memberOf", "null", "true", "false", "this", "str", "new");
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'");
    private static final Pattern CHAIN_START = Pattern.compile("(?<![\\w$.!])(\\$?[A-Za-z_]\\w*)");
    private static final Pattern STEP = Pattern.compile("\\G\\s*!?\\.\\s*([A-Za-z_]\\w*)");

    private final RuleFile file;
    private final Map<String, Declared> declared;
    private final Collection<Problem> problems;

    Conditions(RuleFile file, Map<String, Declared> declared, Collection<Problem> problems) {
        this.file = file;
        this.declared = declared;
        this.problems = problems;
    }

    /** Checks the condition that stands at an offset of the file, asked of a fact of this type. */
    void check(String fact, String condition, int offset) {
        String bare = TEXT.matcher(condition)
                .replaceAll(text -> "0".repeat(text.group().length())); // same length, and no name
        Matcher start = CHAIN_START.matcher(bare);
        while (start.find()) {
            String name = start.group(1);
            if (!name.startsWith("$") && !WORDS.contains(name)) {
                chain(fact, bare, start, offset);
            }
        }
    }

    private void chain(String fact, String bare, Matcher start, int offset) {
        String name = start.group(1);
        if (Character.isUpperCase(name.charAt(0))) {
            constant(name, bare, start, offset);
            return;
        }
        Declared own = declared.get(fact);
        if (own != null) {
            known(fact, name, own.fields().keySet(), offset + start.start(1));
            return;
        }
        Class<?> type = Vocabulary.type(fact);
        int at = start.start(1);
        int end = start.end(1);
        while (type != null && type.getName().startsWith("retention.")) {
            int close = closing(bare, end);
            Class<?> answer = Vocabulary.answer(type, name, arguments(bare, end, close));
            if (answer == null) {
                unknown(type, name, offset + at);
                return;
            }
            Matcher step = STEP.matcher(bare);
            if (!step.find(close)) {
                return;
            }
            type = answer;
            name = step.group(1);
            at = step.start(1);
            end = step.end(1);
        }
    }

    private void unknown(Class<?> type, String name, int offset) {
        Set<String> questions = Vocabulary.questions(type);
        if (questions.contains(name)) {
            problems.add(file.problem(
                    offset, "\"" + name + "\" of " + type.getSimpleName() + " needs other values in its parentheses"));
        } else {
            known(type.getSimpleName(), name, questions, offset);
        }
    }

    private void known(String fact, String name, Set<String> names, int offset) {
        if (!names.contains(name)) {
            problems.add(file.problem(offset, fact + " has no field \"" + name + "\"" + DidYouMean.hint(name, names)));
        }
    }

    /** {@code Segment.PRICE}: an enum of the vocabulary with one of its words. */
    private void constant(String name, String bare, Matcher start, int offset) {
        Matcher step = STEP.matcher(bare);
        Class<?> words = Vocabulary.words(name);
        if (words == null || !step.find(start.end(1))) {
            return; // the compiler says what it thinks of any other name
        }
        var known = Arrays.stream(words.getEnumConstants()).map(String::valueOf).toList();
        if (!known.contains(step.group(1))) {
            problems.add(file.problem(
                    offset + step.start(1),
                    name + " has no \"" + step.group(1) + "\"" + DidYouMean.hint(step.group(1), known)));
        }
    }

    /** Behind the parenthesis that closes the one opening at {@code from}; {@code from} when none opens there. */
    private static int closing(String bare, int from) {
        if (from >= bare.length() || bare.charAt(from) != '(') {
            return from;
        }
        int depth = 0;
        for (int i = from; i < bare.length(); i++) {
            depth += bare.charAt(i) == '(' ? 1 : bare.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return bare.length();
    }

    private static int arguments(String bare, int open, int close) {
        if (close - open <= 2) {
            return 0;
        }
        return (int) bare.substring(open, close).chars().filter(c -> c == ',').count() + 1;
    }
}
