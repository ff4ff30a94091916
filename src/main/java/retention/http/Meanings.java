package retention.http;

import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in the schemas what each record and field means. */
final class Meanings {

    /** The meaning of the record itself stands under this name. */
    private static final String ITSELF = "itself";

    private Meanings() {}

    /** Adds the meanings, which stand by schema and field. Throws IllegalStateException where one is missing or too many. */
    static void add(ObjectNode meanings, ObjectNode schemas) {
        for (Map.Entry<String, JsonNode> meaning : meanings.properties()) {
            if (!(schemas.get(meaning.getKey()) instanceof ObjectNode schema)) {
                throw new IllegalStateException("openapi-fields.yaml: there is no " + meaning.getKey());
            }
            add(meaning.getKey(), meaning.getValue(), schema);
        }
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            if (schema.getValue().has("properties") && !schema.getValue().has("description")) {
                throw new IllegalStateException("openapi-fields.yaml does not say what " + schema.getKey() + " is");
            }
        }
    }

    private static void add(String name, JsonNode meanings, ObjectNode schema) {
        schema.set("description", meanings.get(ITSELF));
        ObjectNode fields = (ObjectNode) schema.get("properties");
        var told = new TreeSet<>(meanings.propertyNames());
        told.remove(ITSELF);
        if (!told.equals(new TreeSet<>(fields.propertyNames()))) {
            throw new IllegalStateException("openapi-fields.yaml: " + name + " has the fields "
                    + String.join(", ", fields.propertyNames()) + ", and not " + String.join(", ", told));
        }
        told.forEach(field -> fields.set(field, said(fields.get(field), meanings.get(field))));
    }

    /** The meaning goes first, where people look. */
    private static ObjectNode said(JsonNode field, JsonNode meaning) {
        var said = ((ObjectNode) field).objectNode();
        said.set("description", meaning);
        said.setAll((ObjectNode) field);
        return said;
    }
}
