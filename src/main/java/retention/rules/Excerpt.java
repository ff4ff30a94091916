package retention.rules;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** A line of a file with a mark below one character, as a terminal shows it. */
final class Excerpt {

    /** Characters before the place that are shown when the line is too wide. */
    private static final int BEFORE = 60;

    private static final int WIDEST = 150;
    private static final String MORE = "...";
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private Excerpt() {}

    /** A message, the line below it, and the mark below that; the message alone when there is no line or no column. */
    static String below(String message, String line, int column) {
        if (line.isBlank() || column < 1 || column > line.length() + 1) {
            return message;
        }
        int from = line.length() > WIDEST && column > BEFORE ? boundary(line, column - BEFORE) : 0;
        int to = Math.min(line.length(), from + WIDEST);
        String head = from > 0 ? MORE : "";
        String mark = " ".repeat(head.length()) + blank(line.substring(from, column - 1)) + "^";
        return message + "\n" + head + line.substring(from, to) + (to < line.length() ? MORE : "") + "\n" + mark;
    }

    private static int boundary(String line, int at) {
        return Character.isLowSurrogate(line.charAt(at)) ? at + 1 : at;
    }

    /** As wide as a text, and empty: tabs stay, for only the terminal knows their width. */
    private static String blank(String text) {
        var blank = new StringBuilder();
        text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(width(c))));
        return blank.toString();
    }

    /** In columns of a terminal. */
    private static int width(int c) {
        int kind = Character.getType(c);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK || kind == Character.FORMAT) {
            return 0;
        }
        boolean fullWidth = (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6);
        boolean punctuation = c >= 0x3000 && c <= 0x303E;
        boolean pictures = (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
        boolean letters = c < 0xFF61 && WIDE.contains(UnicodeScript.of(c));
        return fullWidth || punctuation || pictures || letters ? 2 : 1;
    }
}
