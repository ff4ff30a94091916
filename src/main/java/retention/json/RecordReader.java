package retention.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;

/**
 * Reads an object into a record, as the library does, which looks up each name in a table of names that were read before,
 * and for keys that come twice keeps another table for each object. Here a name is compared as it is read, and one bit says
 * that it came. Thread-safe once resolved.
 */
final class RecordReader extends ValueDeserializer<Object> {

    private final BeanDeserializerBase usual;
    private final JavaType type;
    private SettableBeanProperty[] parts = {};
    private PropertyNameMatcher names;

    @SuppressWarnings("NullAway.Init") // Jackson calls resolve before it reads
    RecordReader(JavaType type, BeanDeserializerBase usual) {
        this.usual = usual;
        this.type = type;
    }

    @Override
    public void resolve(DeserializationContext context) {
        SettableBeanProperty[] declared = usual.getValueInstantiator().getFromObjectArguments(context.getConfig());
        if (declared.length > Long.SIZE) {
            throw new IllegalStateException(type + " has more parts than a number has bits");
        }
        parts = Arrays.stream(declared)
                .map(part -> part.withValueDeserializer(context.findContextualValueDeserializer(part.getType(), part)))
                .toArray(SettableBeanProperty[]::new);
        names = context.tokenStreamFactory().constructNameMatcher(List.<Named>of(parts), false);
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return Arrays.stream(parts).<Object>map(SettableBeanProperty::getName).toList();
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return context.handleUnexpectedToken(type, parser);
        }
        var values = new Object[parts.length];
        long came = 0;
        int last = 0;
        int part = parser.nextNameMatch(names);
        while (part >= 0) {
            if (((came >> part) & 1) == 1) {
                throw twice(parser);
            }
            came |= 1L << part;
            values[part] = value(part, parser, context);
            last = part;
            part = parser.nextNameMatch(names);
        }
        if (part == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
            return unknown(parser, context);
        }
        if (part != PropertyNameMatcher.MATCH_END_OBJECT) {
            throw lost(last, parser);
        }
        for (int i = 0; i < values.length; i++) {
            if (((came >> i) & 1) == 0) {
                values[i] = parts[i].getValueDeserializer().getAbsentValue(context);
            }
        }
        return usual.getValueInstantiator().createFromObjectWith(context, values);
    }

    private Object value(int part, JsonParser parser, DeserializationContext context) {
        parser.nextToken();
        try {
            return parts[part].deserialize(parser, context);
        } catch (JacksonException wrong) {
            throw wrong.prependPath(type.getRawClass(), parts[part].getName());
        }
    }

    /** The name at which the parser stands came before in the same object. */
    static StreamReadException twice(JsonParser parser) {
        return new StreamReadException(parser, Problems.TWICE, parser.currentTokenLocation());
    }

    /** The library loses its place in a list of texts that holds a list, and says nothing. */
    private JacksonException lost(int last, JsonParser parser) {
        return new Refused(parser, "holds a list where a text belongs")
                .prependPath(type.getRawClass(), parts[last].getName());
    }

    private Object unknown(JsonParser parser, DeserializationContext context) {
        context.handleUnknownProperty(parser, this, type.getRawClass(), parser.currentName());
        throw new IllegalStateException("unknown names are refused");
    }
}
