package retention.rules;

/** Finds which quotation mark is missing in a line that has an odd number of them. One object for one line. */
final class OpenQuote {

    private static final String BEFORE_A_TEXT = ",(=<>+";

    private final String text;
    private final CharSequence bones;
    private final int open;
    private final int end;
    private final int begin;

    /** {@code open} is the mark that no other closes before the end of the line; {@code bones} are filled up to it. */
    OpenQuote(String text, CharSequence bones, int open, int end) {
        this.text = text;
        this.bones = bones;
        this.open = open;
        this.end = end;
        this.begin = text.lastIndexOf('\n', open) + 1;
    }

    Slip slip() {
        for (int i = open + 1; i < end; i++) {
            if (Lookalikes.quote(text.charAt(i))) {
                return new Slip(Code.WRONG_CHARACTER, i, Lookalikes.advice(text.charAt(i)));
            }
        }
        int from = begin;
        while (from < open) {
            if (bones.charAt(from) != '"') {
                from++;
                continue;
            }
            int to = text.indexOf(text.charAt(from), from + 1) + 1;
            if (word(from - 1)) {
                return missingBefore(from);
            }
            if (word(to)) {
                return notClosed(from);
            }
            from = to;
        }
        return word(open - 1) ? missingBefore(open) : notClosed(open);
    }

    private boolean word(int i) {
        return i >= begin && i < end && Character.isLetterOrDigit(text.charAt(i));
    }

    private Slip missingBefore(int quote) {
        int from = quote;
        while (from > begin && BEFORE_A_TEXT.indexOf(bones.charAt(from - 1)) < 0) {
            from--;
        }
        if (text.startsWith("rule ", from)
                && bones.subSequence(begin, from).toString().isBlank()) {
            from += "rule ".length();
        }
        while (from < quote && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        String head = text.substring(begin, from).equals("rule ") ? "rule " : "";
        return new Slip(
                Code.OPEN_QUOTE,
                from,
                "a quotation mark is missing before this text: write " + head + "\"" + text.substring(from, quote)
                        + "\"");
    }

    private Slip notClosed(int quote) {
        return new Slip(Code.OPEN_QUOTE, quote, "this quotation mark is not closed: write another \" behind the text");
    }
}
