package retention.json;

import retention.facts.Facts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a list of facts as an array, and an unknown one as null. */
final class FactsWriter extends StdSerializer<Facts<?, ?>> {

    FactsWriter() {
        super(Facts.class);
    }

    @Override
    public void serialize(Facts<?, ?> facts, JsonGenerator json, SerializationContext context) {
        if (!facts.known()) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (Object fact : facts) {
            context.writeValue(json, fact);
        }
        json.writeEndArray();
    }
}
