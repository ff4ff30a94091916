package retention.rules;

/**
 * The text of one condition in a rule file.
 *
 * @param begin offset of its first character
 * @param end offset behind its last
 */
record Span(int begin, int end) {

    /** From the beginning of a condition to the comma, the sign between conditions or the parenthesis that ends it. */
    static Span of(String text, int begin) {
        int first = begin;
        int at = begin;
        while (at < text.length() && !ends(text, at)) {
            char c = text.charAt(at);
            if (c == ')') {
                first = Math.max(0, text.lastIndexOf('(', first - 1)); // they are about a sum within the condition
            }
            at = c == '"' || c == '(' || c == '[' ? closing(text, at) : at + 1;
        }
        return new Span(first, last(text, first, at));
    }

    /** From the beginning of a fact, or of a word before one, to the parenthesis that closes the first one behind. */
    static Span call(String text, int begin) {
        return new Span(begin, closing(text, text.indexOf('(', begin)));
    }

    /** A word that stands before some place, such as {@code not}. */
    static Span before(String text, String word, int before) {
        int begin = Math.max(0, text.lastIndexOf(word, before));
        return new Span(begin, begin + word.length());
    }

    /** Its text on one line. */
    String in(String text) {
        return text.substring(begin, end).replaceAll("\\s+", " ");
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        return c == ',' || c == ';' || c == '&' || c == '|' || (c == ')' && !goesOn(text, at + 1));
    }

    /** Whether a sum in parentheses goes on, or is compared. */
    private static boolean goesOn(String text, int behind) {
        int next = behind;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && "+-*/<>=!".indexOf(text.charAt(next)) >= 0;
    }

    /** The offset behind the sign that closes what opens here: a text, or parentheses with all that is in them. */
    private static int closing(String text, int open) {
        if (text.charAt(open) == '"') {
            return text.indexOf('"', open + 1) + 1;
        }
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != ')' && text.charAt(at) != ']') {
            char c = text.charAt(at);
            at = c == '"' || c == '(' || c == '[' ? closing(text, at) : at + 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private static int last(String text, int first, int end) {
        int last = end;
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
