package retention.rules.mutation;

/**
 * A stretch of a text written otherwise.
 *
 * @param begin the offset of its first character
 * @param end the offset behind its last one
 * @param text what stands there instead
 */
public record Edit(int begin, int end, String text) {

    /** The text with this change. */
    public String on(String whole) {
        return whole.substring(0, begin) + text + whole.substring(end);
    }

    /** The same so many characters further on. */
    Edit moved(int by) {
        return new Edit(begin + by, end + by, text);
    }
}
