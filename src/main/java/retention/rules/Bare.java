package retention.rules;

import java.util.ArrayList;
import java.util.List;
import retention.rules.expression.Unit;

/**
 * The bones of a rule file: comments are blanked, and texts in quotes filled with quotation marks, so that what is left can be
 * looked at without mistaking a sentence for a condition. Every character keeps its place. One object for one text.
 */
final class Bare {

    private final String text;
    private final StringBuilder bones;
    private final List<Slip> slips = new ArrayList<>();
    private final List<Integer> strange = new ArrayList<>();

    /** Where the first strange character of the line stands. */
    private int strangeAt;

    private int at;
    private int openComment = -1;

    /** Whether the line has had one. */
    private boolean backslash;

    Bare(String text) {
        this.text = text;
        this.bones = new StringBuilder(text);
        while (at < text.length()) {
            step(text.codePointAt(at));
        }
        endOfLine();
    }

    /** As long as the text. */
    String bones() {
        return bones.toString();
    }

    /** Where a comment begins that nothing closes; the end of the text when there is none. */
    int openComment() {
        return openComment < 0 ? text.length() : openComment;
    }

    /** Quotes and comments that are not closed, and characters that no rule is written with. */
    List<Slip> slips() {
        return slips;
    }

    private void step(int c) {
        if (c == '\n') {
            endOfLine();
            at++;
        } else if (text.startsWith("//", at)) {
            blank(lineEnd(at));
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (Lookalikes.quote(c)) {
            curly(c);
        } else {
            String unit = Unit.sentence(text, at);
            if (c == '\\') {
                backslash();
            } else if (unit != null && c != '$') {
                slips.add(new Slip(Code.NUMBER, at, unit));
            } else if (!Lookalikes.fine(c)) {
                strange(c, at);
            }
            at += Character.charCount(c);
        }
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            openComment = at;
            slips.add(new Slip(Code.NOT_CLOSED, at, "this comment is not closed: write */ behind it"));
        }
        blank(end < 0 ? text.length() : end + 2);
    }

    private void quoted(int mark) {
        int lineEnd = lineEnd(at);
        int close = text.indexOf(mark, at + 1);
        if (close < 0 || close >= lineEnd) {
            slips.add(new OpenQuote(text, bones, at, lineEnd).slip());
            fill(lineEnd);
        } else {
            fill(close + 1);
        }
    }

    /** A text between typographic quotation marks: they are told, and what stands between them is not looked at. */
    private void curly(int c) {
        strange(c, at);
        int lineEnd = lineEnd(at);
        int close = at + 1;
        while (close < lineEnd && text.charAt(close) != '"' && !Lookalikes.quote(text.charAt(close))) {
            close++;
        }
        if (close < lineEnd) {
            if (text.charAt(close) != '"') {
                strange(text.charAt(close), close);
            }
            fill(close + 1);
        } else {
            fill(lineEnd);
        }
    }

    private void strange(int c, int offset) {
        strangeAt = strange.isEmpty() ? offset : strangeAt;
        if (!strange.contains(c)) {
            strange.add(c);
        }
    }

    /** One message for all strange characters of a line. */
    private void endOfLine() {
        backslash = false;
        if (!strange.isEmpty()) {
            int[] found = strange.stream().mapToInt(Integer::intValue).toArray();
            slips.add(new Slip(Code.WRONG_CHARACTER, strangeAt, Lookalikes.advice(found)));
            strange.clear();
        }
    }

    /** The Java made of a rule may read one, and u0022 behind it, as a quote, which ends a text or a name. */
    private void backslash() {
        if (!backslash) {
            slips.add(new Slip(Code.BACKSLASH, at, "a backslash may not stand in a rule file"));
        }
        backslash = true;
    }

    private void blank(int to) {
        for (; at < to; at++) {
            if (text.charAt(at) == '\\') {
                backslash();
            }
            if (text.charAt(at) != '\n') {
                bones.setCharAt(at, ' ');
            }
        }
    }

    private void fill(int to) {
        for (; at < to; at++) {
            if (text.charAt(at) == '\\') {
                backslash();
            }
            bones.setCharAt(at, '"');
        }
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        int line = end < 0 ? text.length() : end;
        return line > from && text.charAt(line - 1) == '\r' ? line - 1 : line;
    }
}
