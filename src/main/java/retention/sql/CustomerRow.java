package retention.sql;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.json.Json;
import retention.json.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A row that should be a customer: its number in the result from 1, and what the query made. */
public record CustomerRow(long number, @Nullable String json) {

    /**
     * The customer without some of the facts at its top; {@code today} is for customers that name no asOf. Throws
     * {@link BadRequest}.
     */
    public Customer customer(Collection<String> without, LocalDate today) {
        JsonNode customer = parsed();
        if (customer instanceof ObjectNode facts) {
            facts.remove(without);
        }
        return CustomerReader.read(customer, today);
    }

    /** As the query made it, so what it left out stays left out. Throws {@link BadRequest} when it is no JSON. */
    JsonNode parsed() {
        if (json == null) {
            throw new BadRequest("", "is NULL, not a customer");
        }
        try {
            return Json.mapper().readTree(json);
        } catch (JacksonException problem) {
            throw Problems.explain(problem);
        }
    }
}
