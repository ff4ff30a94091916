package retention.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import retention.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document of the server. What people write, the calls with their examples and the meaning of each field, stands in
 * {@code openapi.yaml} and {@code openapi-fields.yaml} beside this class; the schemas come from the records.
 */
public final class OpenApi {

    private OpenApi() {}

    /**
     * The document, indented. Throws IllegalStateException for a field without a meaning and for a meaning without a field.
     *
     * @param schemas by name, as {@link retention.json.RecordSchemas} makes them
     */
    public static String document(ObjectNode schemas, String version) {
        ObjectNode document = read("openapi.yaml");
        ((ObjectNode) document.get("info")).put("version", version);
        Meanings.add(read("openapi-fields.yaml"), schemas);
        ObjectNode written = (ObjectNode) document.at("/components/schemas");
        written.properties().forEach(schema -> schemas.set(schema.getKey(), schema.getValue()));
        ((ObjectNode) document.get("components")).set("schemas", schemas);
        return Json.pretty(document);
    }

    private static ObjectNode read(String name) {
        try (InputStream in = OpenApi.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            JsonNode read = Json.yaml().readTree(in);
            return (ObjectNode) read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
