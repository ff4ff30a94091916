package retention.json;

import retention.facts.AsOf;
import retention.facts.Customer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** SHA-256 over the facts of a customer. Thread-safe. */
public final class FactsHash {

    private static final ObjectWriter CANONICAL = Json.mapper()
            .rebuild()
            .addModule(new SimpleModule("canonical").addSerializer(new NoDay()))
            .build()
            .writerFor(Customer.class);

    private FactsHash() {}

    /** The same for the same facts, however their JSON was laid out; does not depend on asOf. */
    public static String of(Customer customer) {
        return Hash.of(out -> CANONICAL.writeValue(out, customer));
    }

    private static final class NoDay extends StdSerializer<AsOf> {
        NoDay() {
            super(AsOf.class);
        }

        @Override
        public void serialize(AsOf day, JsonGenerator json, SerializationContext context) {
            json.writeNull();
        }
    }
}
