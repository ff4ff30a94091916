package retention.json;

import org.jspecify.annotations.Nullable;
import retention.facts.AsOf;
import retention.facts.Customer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Gives every fact of a customer the same day: the one object that {@link CustomerReader} put into the context. Only the
 * customer itself may name it in the JSON.
 */
final class AsOfReader extends ValueDeserializer<AsOf> {

    private final boolean named;

    AsOfReader(boolean named) {
        this.named = named;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new AsOfReader(property != null
                && property.getMember() != null
                && property.getMember().getDeclaringClass() == Customer.class);
    }

    @Override
    public AsOf deserialize(JsonParser parser, DeserializationContext context) {
        if (!named) {
            throw new Refused(parser, "is not known here: the whole customer has one");
        }
        return shared(context).set(StrictScalars.day(parser));
    }

    @Override
    public AsOf getNullValue(DeserializationContext context) {
        return shared(context);
    }

    @Override
    public AsOf getAbsentValue(DeserializationContext context) {
        return shared(context);
    }

    private static AsOf shared(DeserializationContext context) {
        return (AsOf) context.getAttribute(AsOf.class);
    }
}
