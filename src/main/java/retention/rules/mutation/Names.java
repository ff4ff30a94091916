package retention.rules.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The names that may stand instead of others.
 *
 * @param words the words of a list, such as those of Segment; none for a list that does not exist
 */
public record Names(Function<String, List<String>> words, List<List<String>> texts) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])");

    /** Nobody need try more. */
    private static final int MOST = 12;

    /** Others of the same list, beginning with the next one. */
    List<String> insteadOfWord(String list, String word) {
        return after(words.apply(list), word);
    }

    /** Other codes of actions, signals or tags, and the days beside a day; any other text is made another. */
    List<List<String>> insteadOfText(String text) {
        if (DAY.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text);
            return List.of(
                    List.of(day.minusDays(1).toString()),
                    List.of(day.plusDays(1).toString()));
        }
        return texts.stream()
                .filter(names -> names.contains(text))
                .findFirst()
                .map(names -> List.of(after(names, text)))
                .orElseGet(() -> List.of(List.of(text + " otherwise")));
    }

    /** Those behind a name in their order, then those before it; at most a dozen. */
    public static List<String> after(Collection<String> names, String name) {
        var sorted = new ArrayList<>(new TreeSet<>(names));
        int at = sorted.indexOf(name);
        var others = new ArrayList<String>();
        for (int i = 1; i < sorted.size() && others.size() < MOST; i++) {
            others.add(sorted.get((at + i) % sorted.size()));
        }
        others.remove(name);
        return others;
    }
}
