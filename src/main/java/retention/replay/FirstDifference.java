package retention.replay;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The first place at which two documents differ, in the order of the first.
 *
 * @param path such as {@code actions[0].priority.value}; empty for the whole
 * @param then what stands in the one; null when nothing does
 * @param now what stands in the other; null when nothing does
 */
public record FirstDifference(
        String path, @Nullable JsonNode then, @Nullable JsonNode now) {

    /** Null when both say the same. */
    static @Nullable FirstDifference between(@Nullable JsonNode then, @Nullable JsonNode now) {
        return Objects.equals(then, now) ? null : at("", then, now);
    }

    private static FirstDifference at(String path, @Nullable JsonNode then, @Nullable JsonNode now) {
        FirstDifference inside = null;
        if (then != null && now != null && then.isObject() && now.isObject()) {
            inside = inObject(path, then, now);
        } else if (then != null && now != null && then.isArray() && now.isArray()) {
            inside = inArray(path, then, now);
        }
        return inside != null ? inside : new FirstDifference(path, then, now);
    }

    private static @Nullable FirstDifference inObject(String path, JsonNode then, JsonNode now) {
        String before = path.isEmpty() ? "" : path + ".";
        for (Map.Entry<String, JsonNode> one : then.properties()) {
            if (!one.getValue().equals(now.get(one.getKey()))) {
                return at(before + one.getKey(), one.getValue(), now.get(one.getKey()));
            }
        }
        for (Map.Entry<String, JsonNode> one : now.properties()) {
            if (!then.has(one.getKey())) {
                return at(before + one.getKey(), null, one.getValue());
            }
        }
        return null;
    }

    private static @Nullable FirstDifference inArray(String path, JsonNode then, JsonNode now) {
        for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
            if (!Objects.equals(then.get(i), now.get(i))) {
                return at(path + "[" + i + "]", then.get(i), now.get(i));
            }
        }
        return null;
    }
}
