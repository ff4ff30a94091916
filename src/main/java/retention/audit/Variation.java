package retention.audit;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import retention.facts.Channel;
import retention.facts.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes one fact of a customer's JSON; the one given stays as it is. */
final class Variation {

    private static final String EXTENSIONS = "extensions";

    private Variation() {}

    /** What stands in a field such as {@code language}, or {@code Person.gender} of the company's own facts; null when nothing does. */
    static @Nullable JsonNode value(JsonNode customer, String field) {
        int dot = field.indexOf('.');
        JsonNode own = dot < 0 ? customer : first(customer, field.substring(0, dot));
        JsonNode value = own == null ? null : own.get(field.substring(dot + 1));
        return value == null || value.isNull() ? null : value;
    }

    /** Whether the field could be there at all: a fact of the company's own that was not sent has none. */
    static boolean has(JsonNode customer, String field) {
        int dot = field.indexOf('.');
        return dot < 0 || first(customer, field.substring(0, dot)) != null;
    }

    /** The customer with another value, in each such fact; null takes it out. */
    static JsonNode with(JsonNode customer, String field, @Nullable JsonNode value) {
        JsonNode changed = customer.deepCopy();
        int dot = field.indexOf('.');
        if (dot < 0) {
            set((ObjectNode) changed, field, value);
        } else {
            JsonNode facts = changed.path(EXTENSIONS).path(field.substring(0, dot));
            facts.forEach(fact -> set((ObjectNode) fact, field.substring(dot + 1), value));
        }
        return changed;
    }

    /** The customer as one who allows marketing by every channel, and profiling. */
    static JsonNode consenting(JsonNode customer, LocalDate day) {
        var changed = (ObjectNode) customer.deepCopy();
        ArrayNode consents = changed.putArray("consents");
        Arrays.stream(Channel.values())
                .forEach(channel -> Arrays.stream(Purpose.values())
                        .forEach(purpose -> consents.addObject()
                                .put("channel", channel.name())
                                .put("purpose", purpose.name())
                                .put("givenOn", day.toString())));
        changed.remove("objectsToMarketing");
        return changed;
    }

    private static void set(ObjectNode owner, String field, @Nullable JsonNode value) {
        if (value == null) {
            owner.remove(field);
        } else {
            owner.set(field, value);
        }
    }

    private static @Nullable JsonNode first(JsonNode customer, String fact) {
        JsonNode facts = customer.path(EXTENSIONS).path(fact);
        return facts.isArray() && !facts.isEmpty() ? facts.get(0) : null;
    }
}
