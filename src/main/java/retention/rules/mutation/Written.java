package retention.rules.mutation;

import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Step;
import retention.rules.expression.Word;

/** Where parts of a condition end in its text: the tree tells only where they begin. */
final class Written {

    private Written() {}

    /** The offset behind a literal; -1 when it does not stand there letter by letter. */
    static int end(Literal literal, String text) {
        return end(text, literal.begin(), literal.toString());
    }

    /** The offset behind a word; -1 when it does not stand there letter by letter. */
    static int end(Word word, String text) {
        return end(text, word.at(), word.word());
    }

    /** The offset behind an operator; -1 when it does not stand there letter by letter. */
    static int end(Comparison comparison, String text) {
        return end(text, comparison.at(), comparison.operator().written());
    }

    /** The offset behind a question and its parentheses. */
    static int end(Step step, String text) {
        int at = step.at() + step.name().length();
        int open = at;
        while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
            open++;
        }
        if (open == text.length() || text.charAt(open) != '(') {
            return at;
        }
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && text.charAt(i) == ')') {
                return i + 1;
            }
        }
        return text.length();
    }

    /** A condition in one way of writing, without the parentheses around the whole. */
    static String of(Expression condition) {
        String text = condition.toString();
        return text.startsWith("( ") && text.endsWith(" )") && close(text) == text.length() - 1
                ? text.substring(2, text.length() - 2)
                : text;
    }

    private static int close(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            depth += quoted ? 0 : text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int end(String text, int begin, String written) {
        return text.startsWith(written, begin) ? begin + written.length() : -1;
    }
}
