package retention.rules.explain;

import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks for the smallest of some changes that makes something true of a customer. Whoever asks is the judge of each change,
 * so that nothing is found that is not so.
 *
 * @param change null when none of those tried does it
 * @param tried how many were put before the judge
 * @param left how many were not, because there were too many
 */
public record SmallestChange(@Nullable Change change, int tried, int left) {

    /** Tries the changes from the smallest on, at most so many. */
    public static SmallestChange find(
            JsonNode customer, Collection<Change> changes, int most, Predicate<JsonNode> judge) {
        var ordered = new TreeSet<>(changes);
        int tried = 0;
        for (Change change : ordered) {
            if (tried == most) {
                break;
            }
            tried++;
            if (judge.test(change.on(customer))) {
                return new SmallestChange(change, tried, 0);
            }
        }
        return new SmallestChange(null, tried, ordered.size() - tried);
    }
}
