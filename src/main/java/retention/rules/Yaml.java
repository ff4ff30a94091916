package retention.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.json.Place;

/**
 * A value of a YAML file with its place.
 *
 * @param words a single value as it is written, without its quotes; empty for a list or an object
 * @param fields the keys of an object, in their order
 * @param items the items of a list
 */
public record Yaml(Kind kind, String words, Place place, List<Field> fields, List<Yaml> items) {

    /** What it is. */
    public enum Kind {
        OBJECT,
        LIST,
        TEXT,
        NUMBER,
        YES_OR_NO,
        NOTHING
    }

    /** A key of an object with what stands under it. */
    public record Field(String key, Place place, Yaml value) {}

    /** A value that stands alone. */
    static Yaml single(Kind kind, String words, Place place) {
        return new Yaml(kind, words, place, List.of(), List.of());
    }

    /** What stands under a key; null when there is no such key. */
    public @Nullable Field field(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /**
     * Where the value at the end of a path of keys stands; for what has parts, or is empty, its key. What the path names and is
     * not there stands where the nearest thing above it does.
     */
    public Place at(List<String> path) {
        Yaml here = this;
        Place place = this.place;
        for (String key : path) {
            Field field = here.field(key);
            if (field == null
                    && here.kind == Kind.LIST
                    && key.matches("\\d+")
                    && Integer.parseInt(key) < here.items.size()) {
                here = here.items.get(Integer.parseInt(key));
                place = here.place;
            } else if (field == null) {
                return place;
            } else {
                here = field.value();
                boolean single = here.kind != Kind.OBJECT && here.kind != Kind.NOTHING;
                place = single ? here.place : field.place();
            }
        }
        return place;
    }
}
