package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern VALUES = Pattern.compile("\\bin\\s+[^(\\s]");
    private static final Pattern VALUE = Pattern.compile("-?[\\d.]++|\"[^\"\\n]*+\"|[A-Z]\\w*+\\.\\w++");

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
        for (Span one : conditions(conditions)) {
            if (one.begin() < one.end() && Reading.of(written(one)).mistake() != null) {
                veiled.cover(one.begin(), one.end());
            }
        }
    }

    /** Each condition of a stretch, without the blanks around it; empty where there is none between two commas. */
    List<Span> conditions(Span all) {
        List<Span> parts = parts(all, ",;");
        var conditions = new ArrayList<Span>();
        for (int i = 0; i < parts.size(); i++) {
            int begin = parts.get(i).begin();
            i = lastValue(parts, i);
            conditions.add(new Span(begin, parts.get(i).end()));
        }
        return conditions;
    }

    /** Behind "in" without its parenthesis, the values between the commas are no conditions of their own. */
    private int lastValue(List<Span> parts, int first) {
        int last = first;
        if (VALUES.matcher(written(parts.get(first))).find()) {
            while (last + 1 < parts.size()
                    && VALUE.matcher(written(parts.get(last + 1))).matches()) {
                last++;
            }
        }
        return last;
    }

    /** The text of a stretch. */
    String written(Span part) {
        return text.substring(part.begin(), part.end());
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
