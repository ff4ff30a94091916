package retention.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retention.facts.Dated;
import retention.facts.Facts;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads a JSON array into a list of facts; a missing array becomes an unknown list, not an empty one. */
final class FactsReader<T extends Dated, S extends Facts<T, S>> extends ValueDeserializer<S> {

    private static final int LONGEST = 10_000;

    private final Class<T> item;
    private final Function<@Nullable List<T>, S> make;
    private final @Nullable ValueDeserializer<Object> items;

    FactsReader(Class<T> item, Function<@Nullable List<T>, S> make) {
        this(item, make, null);
    }

    private FactsReader(Class<T> item, Function<@Nullable List<T>, S> make, @Nullable ValueDeserializer<Object> items) {
        this.item = item;
        this.make = make;
        this.items = items;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType list = context.getTypeFactory().constructCollectionType(List.class, item);
        return new FactsReader<>(item, make, context.findContextualValueDeserializer(list, property));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Jackson calls createContextual first; the type is the one asked for
    public S deserialize(JsonParser parser, DeserializationContext context) {
        var read = (List<T>) items.deserialize(parser, context);
        if (read.size() > LONGEST) {
            throw new Refused(parser, "has more than " + LONGEST + " items");
        }
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i) == null) {
                throw new Refused(parser, "has an empty item (null)").prependPath(read, i);
            }
        }
        return make.apply(read);
    }

    @Override
    public S getNullValue(DeserializationContext context) {
        return make.apply(null);
    }

    @Override
    public S getAbsentValue(DeserializationContext context) {
        return make.apply(null);
    }
}
