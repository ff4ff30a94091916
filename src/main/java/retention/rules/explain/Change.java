package retention.rules.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of a customer's JSON. Smaller ones come first: a known value changed, then a missing one filled, then an item of
 * a list removed, then one added; among these the one that moves less; of new items the one dated nearest to the day; then by
 * place and value.
 *
 * @param path such as {@code orders[2].deliveredOn}
 * @param from what stands there; null when nothing does
 * @param to what would stand there; null when it would be removed
 * @param distance by how much a number is moved, by how many days a date, by how many fields an item is written; one for words
 *     and for yes or no
 * @param away by how many days the dates of a new item lie off the day of the decision; 0 for what is no new item
 * @param written what would stand there as text, which orders what is as small otherwise
 */
public record Change(
        Kind kind,
        String path,
        @Nullable JsonNode from,
        @Nullable JsonNode to,
        double distance,
        @JsonIgnore long away,
        @JsonIgnore String written)
        implements Comparable<Change> {

    private static final Comparator<Change> ORDER = Comparator.comparing(Change::kind)
            .thenComparing(Change::distance)
            .thenComparing(Change::away)
            .thenComparing(Change::path)
            .thenComparing(Change::written);

    /** What a change does; the order of the constants is the order of size. */
    public enum Kind {
        CHANGED,
        FILLED,
        REMOVED,
        ADDED
    }

    /** A change of something that stands there, or is filled in or removed. */
    public static Change of(Kind kind, String path, @Nullable JsonNode from, @Nullable JsonNode to, double distance) {
        return new Change(kind, path, from, to, distance, 0, String.valueOf(to));
    }

    /** A new item at the end of a list, whose dates lie so many days off. */
    public static Change added(String path, JsonNode item, long away) {
        return new Change(Kind.ADDED, path, null, item, item.size(), away, item.toString());
    }

    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }

    /** The customer with this change; the one given stays as it is. */
    public JsonNode on(JsonNode customer) {
        JsonNode copy = customer.deepCopy();
        String[] steps = path.replace("[", ".[").split("\\.", -1);
        JsonNode at = copy;
        for (int i = 0; i < steps.length - 1; i++) {
            at = below(at, steps[i], steps[i + 1].startsWith("["));
        }
        set(at, steps[steps.length - 1]);
        return copy;
    }

    private static JsonNode below(JsonNode at, String step, boolean list) {
        if (at instanceof ArrayNode array) {
            return array.get(index(step));
        }
        var object = (ObjectNode) at;
        JsonNode known = object.get(step);
        if (known == null || known.isNull()) {
            return list ? object.putArray(step) : object.putObject(step);
        }
        return known;
    }

    private void set(JsonNode at, String step) {
        if (at instanceof ArrayNode array) {
            int index = index(step);
            if (to == null) {
                array.remove(index);
            } else if (index >= array.size()) {
                array.add(to);
            } else {
                array.set(index, to);
            }
        } else if (to == null) {
            ((ObjectNode) at).remove(step);
        } else {
            ((ObjectNode) at).set(step, to);
        }
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }
}
