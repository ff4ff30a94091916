package retention.json;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import retention.facts.AsOf;
import retention.facts.Customer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads one customer, strictly. Thread-safe. Every problem is a {@link BadRequest} that names the path. */
public final class CustomerReader {

    /** What reads records and maps finds keys that come twice; to look for them in each object once more takes its time. */
    private static final ObjectReader READER =
            Json.mapper().readerFor(Customer.class).without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private CustomerReader() {}

    /** Reads UTF-8 JSON; {@code today} is used when the customer names no {@code asOf}. */
    public static Customer read(byte[] json, LocalDate today) {
        return read(json, 0, json.length, today);
    }

    /** Reads a part of an array of UTF-8 JSON. */
    public static Customer read(byte[] json, int from, int length, LocalDate today) {
        WellFormed.require(json, from, length);
        try {
            return checked(on(today).readValue(json, from, length));
        } catch (JacksonException problem) {
            throw Problems.explain(problem);
        }
    }

    /** Reads an already parsed document, such as a fixture's. */
    public static Customer read(JsonNode json, LocalDate today) {
        try {
            return checked(on(today).readValue(json));
        } catch (JacksonException problem) {
            throw Problems.explain(problem);
        }
    }

    /** The facts at the top that may be left out without changing who and which day is decided: all but id and asOf. */
    public static List<String> optionalFacts() {
        return Arrays.stream(Customer.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("id") && !name.equals("asOf"))
                .toList();
    }

    private static ObjectReader on(LocalDate today) {
        return READER.withAttribute(AsOf.class, new AsOf(today));
    }

    private static Customer checked(Customer customer) {
        if (customer == null) {
            throw new BadRequest("", "is not a customer: a JSON object with at least an \"id\" is needed");
        }
        if (customer.id() == null || customer.id().isBlank()) {
            throw new BadRequest("id", "is missing");
        }
        return customer;
    }
}
