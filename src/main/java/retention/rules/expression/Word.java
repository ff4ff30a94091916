package retention.rules.expression;

/**
 * {@code Segment.PRICE}: a word from a fixed list.
 *
 * @param list the list's name; empty when the word stands alone, which is a mistake
 * @param at offset of the word behind the point
 */
public record Word(String list, String word, int begin, int at) implements Expression {

    @Override
    public String toString() {
        return list.isEmpty() ? word : list + "." + word;
    }
}
