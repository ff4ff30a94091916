package retention.rules;

/**
 * The text of a rule file as the parser gets it: what our own grammar does not know is covered, for on some of it the
 * parser never ends. Every character keeps its place. One object for one file.
 */
final class Veiled {

    private final StringBuilder text;

    /** Nothing is covered yet but the ends of lines in comments that are ends of lines to nobody but the parser. */
    Veiled(String text, String bones) {
        this.text = new StringBuilder(text);
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            if (bones.charAt(at) != '\r') {
                this.text.setCharAt(at, ' ');
            }
        }
    }

    /** Puts something harmless in the place of a condition, which nobody compiles and nobody shows. */
    void cover(int begin, int end) {
        int sign = begin + 1;
        for (int at = begin; at < end; at++) {
            char covered = at == begin || at == end - 1 || end - begin < 3 ? 'x' : at == sign ? '+' : ' ';
            if (text.charAt(at) != '\n') {
                text.setCharAt(at, covered);
            } else if (at == sign) {
                sign++;
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
