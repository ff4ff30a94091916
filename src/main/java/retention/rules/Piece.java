package retention.rules;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that two rule folders have different, as small as it can be told.
 *
 * @param name of the rule; of the file for everything else
 * @param then how it was; null when it was not there
 * @param now how it is; null when it is gone
 */
public record Piece(
        Kind kind,
        String name,
        @Nullable Place then,
        @Nullable Place now) {

    /** What it is a piece of. */
    public enum Kind {
        /** A whole rule. */
        RULE,
        /** Lines of a file with settings that stand together. */
        SETTING,
        /** What a rule file declares, and all that stands beside its rules. */
        DECLARATIONS
    }

    /**
     * Where it stands, and its lines.
     *
     * @param file as messages name it
     * @param line where it begins, from 1
     */
    public record Place(String file, int line, List<String> lines) {}

    /** Where it begins, now or, when it is gone, then. */
    int line() {
        return now != null ? now.line() : then != null ? then.line() : 0;
    }

    /** The lines that are gone, each behind a minus, and the new ones, each behind a plus. */
    public List<String> changed() {
        var changed = new ArrayList<String>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(lines(then), lines(now)).getDeltas()) {
            delta.getSource().getLines().forEach(line -> changed.add("- " + line.strip()));
            delta.getTarget().getLines().forEach(line -> changed.add("+ " + line.strip()));
        }
        return changed;
    }

    private static List<String> lines(@Nullable Place place) {
        return place == null ? List.of() : place.lines();
    }
}
