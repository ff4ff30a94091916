package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that only we know, and no customer: codes of actions such as {@code LEAVE_ALONE} and facts such as {@code
 * wishListItems}. One that is an ordinary word, too, such as {@code CALL} or {@code orders}, is none of them. Immutable.
 */
final class InternalNames {

    private static final Pattern PLACE_OR_WORD = Pattern.compile("\\{[^}]*}|[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern TWO_WORDS = Pattern.compile(".*[a-z0-9][A-Z].*|.*[A-Z0-9]_[A-Z0-9].*");

    private final Set<String> names = new TreeSet<>();

    /** {@code codes} are those of the catalogue. */
    InternalNames(Collection<String> codes) {
        names.addAll(codes);
        for (String fact : Vocabulary.types(Stage.STRATEGIES)) {
            names.add(fact);
            Class<?> type = Vocabulary.type(fact);
            if (type != null) {
                names.addAll(Vocabulary.questions(type));
            }
        }
        names.removeIf(name -> !TWO_WORDS.matcher(name).matches());
    }

    /** What a customer would read of them, by language. */
    List<Fault> faults(@Nullable Map<String, @Nullable String> text) {
        var faults = new ArrayList<Fault>();
        if (text != null) {
            text.forEach((language, words) -> {
                String name = words == null ? null : in(words);
                if (name != null) {
                    String why = "the text in \"" + language + "\" says " + name + " to the customer, a name of ours";
                    faults.add(Fault.of(Code.WORDS, why, "text", language));
                }
            });
        }
        return faults;
    }

    private @Nullable String in(String words) {
        Matcher each = PLACE_OR_WORD.matcher(words);
        while (each.find()) {
            if (names.contains(each.group())) {
                return each.group();
            }
        }
        return null;
    }
}
