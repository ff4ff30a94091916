package retention.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import retention.facts.AsOf;
import retention.facts.Customer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** SHA-256 over facts and texts, as lower-case hexadecimal. Thread-safe. */
public final class FactsHash {

    private static final ObjectWriter CANONICAL = Json.mapper()
            .rebuild()
            .addModule(new SimpleModule("canonical").addSerializer(new NoDay()))
            .build()
            .writerFor(Customer.class);

    private FactsHash() {}

    /** The same for the same facts, however their JSON was laid out; does not depend on asOf. */
    public static String of(Customer customer) {
        return of(CANONICAL.writeValueAsBytes(customer));
    }

    /** Hash of several texts, each with its end marked. */
    public static String of(String... texts) {
        return of(String.join("\0", texts).getBytes(StandardCharsets.UTF_8));
    }

    private static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has SHA-256
        }
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
