package retention.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What customers really have in the protected fields: up to so many values of each, in the order in which they came. */
final class SeenValues {

    private static final int MOST = 20;

    private final Map<String, Set<JsonNode>> values = new LinkedHashMap<>();

    SeenValues(Collection<String> fields) {
        fields.forEach(field -> values.put(field, new LinkedHashSet<>()));
    }

    /** Notes one customer. */
    void note(JsonNode customer) {
        values.forEach((field, known) -> {
            JsonNode value = Variation.value(customer, field);
            if (value != null && known.size() < MOST) {
                known.add(value);
            }
        });
    }

    /** The values of a field. */
    Set<JsonNode> of(String field) {
        return Collections.unmodifiableSet(values.getOrDefault(field, Set.of()));
    }
}
