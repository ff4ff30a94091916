package retention.rules.explain;

import java.util.SortedSet;
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
 * @param left how many were not, because there were too many; of a change that was found, how many smaller ones
 */
public record SmallestChange(@Nullable Change change, int tried, int left) {

    /**
     * Tries changes from the smallest on, at most so many: first the likely ones, until one of them does it, then the others
     * that are smaller.
     */
    public static SmallestChange find(
            JsonNode customer,
            SortedSet<Change> likely,
            SortedSet<Change> others,
            int most,
            Predicate<JsonNode> judge) {
        SmallestChange first = first(customer, likely, most, judge);
        SortedSet<Change> smaller = new TreeSet<>(first.change() == null ? others : others.headSet(first.change()));
        smaller.removeAll(likely);
        SmallestChange second = first(customer, smaller, most - first.tried(), judge);
        return new SmallestChange(
                second.change() == null ? first.change() : second.change(),
                first.tried() + second.tried(),
                first.left() + second.left());
    }

    private static SmallestChange first(
            JsonNode customer, SortedSet<Change> ordered, int most, Predicate<JsonNode> judge) {
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
