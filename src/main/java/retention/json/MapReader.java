package retention.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.type.MapType;

/** Reads an object into a map, as the library does, and refuses a key that came before. Thread-safe. */
final class MapReader extends ValueDeserializer<Map<String, @Nullable Object>> {

    private final MapType type;
    private final @Nullable ValueDeserializer<Object> values;

    MapReader(MapType type, @Nullable ValueDeserializer<Object> values) {
        this.type = type;
        this.values = values;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new MapReader(type, context.findContextualValueDeserializer(type.getContentType(), property));
    }

    @Override
    @SuppressWarnings("unchecked") // what is no object is refused
    public Map<String, @Nullable Object> deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return (Map<String, @Nullable Object>) context.handleUnexpectedToken(type, parser);
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            if (map.containsKey(key)) {
                throw RecordReader.twice(parser);
            }
            map.put(key, value(key, parser, context));
        }
        return map;
    }

    @SuppressWarnings("NullAway") // Jackson calls createContextual first
    private @Nullable Object value(String key, JsonParser parser, DeserializationContext context) {
        try {
            return parser.nextToken() == JsonToken.VALUE_NULL
                    ? values.getNullValue(context)
                    : values.deserialize(parser, context);
        } catch (JacksonException wrong) {
            throw wrong.prependPath(Map.class, key);
        }
    }
}
