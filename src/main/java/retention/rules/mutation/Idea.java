package retention.rules.mutation;

import java.util.List;

/**
 * A change worth trying.
 *
 * @param ways how it can be written: the first one with which the rule still loads counts
 * @param sure whether one of them should load; otherwise there is no such change where none does
 */
public record Idea(Kind kind, List<Edit> ways, boolean sure) {

    /** With one way to write it, which should load. */
    public static Idea sure(Kind kind, int begin, int end, String text) {
        return new Idea(kind, List.of(new Edit(begin, end, text)), true);
    }

    /** With one way to write it, where it loads. */
    public static Idea maybe(Kind kind, int begin, int end, String text) {
        return new Idea(kind, List.of(new Edit(begin, end, text)), false);
    }

    Idea moved(int by) {
        return new Idea(kind, ways.stream().map(way -> way.moved(by)).toList(), sure);
    }
}
