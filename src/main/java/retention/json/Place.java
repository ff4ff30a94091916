package retention.json;

/**
 * A place in a text.
 *
 * @param line from 1; 0 when it is not known
 * @param column from 1
 */
public record Place(int line, int column) {

    /** The place of a character; one outside the text becomes its nearest end. */
    public static Place of(String text, int offset) {
        int at = Math.max(0, Math.min(offset, text.length()));
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, at - text.lastIndexOf('\n', at - 1));
    }
}
