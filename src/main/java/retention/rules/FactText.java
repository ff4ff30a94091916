package retention.rules;

import java.util.ArrayList;
import java.util.List;
import retention.rules.expression.Reading;

/** What stands in the parentheses of facts, as text. One object for one file. */
final class FactText {

    /**
     * A stretch of a file.
     *
     * @param begin the offset of its first character
     * @param end the offset behind its last one
     */
    record Span(int begin, int end) {}

    private final String text;
    private final String bones;
    private final Veiled veiled;

    FactText(String text, String bones, Veiled veiled) {
        this.text = text;
        this.bones = bones;
        this.veiled = veiled;
    }

    /** Covers the conditions of a stretch that our grammar does not know: who reads the tree will tell them. */
    void cover(Span conditions) {
        for (Span one : parts(conditions, ",;")) {
            if (one.begin() < one.end()
                    && Reading.of(text.substring(one.begin(), one.end())).mistake() != null) {
                veiled.cover(one.begin(), one.end());
            }
        }
    }

    /** What stands between some signs, without the blanks around it. */
    List<Span> parts(Span whole, String signs) {
        var parts = new ArrayList<Span>();
        int begin = whole.begin();
        for (int at = whole.begin(); at < whole.end(); at++) {
            char c = bones.charAt(at);
            if ("([{".indexOf(c) >= 0) {
                at = Math.min(close(at), whole.end());
            } else if (signs.indexOf(c) >= 0) {
                parts.add(stripped(begin, at));
                begin = at + 1;
            }
        }
        parts.add(stripped(begin, whole.end()));
        return parts;
    }

    /** Where closes what opens at an offset; the file is known to be balanced there. */
    int close(int open) {
        int depth = 0;
        for (int at = open; at < bones.length(); at++) {
            char c = bones.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return bones.length();
    }

    private Span stripped(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(bones.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(bones.charAt(end - 1))) {
            end--;
        }
        return new Span(begin, end);
    }
}
