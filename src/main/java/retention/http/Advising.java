package retention.http;

import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.json.CustomerReader;
import retention.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * One customer's JSON in, one advice's JSON out. Thread-safe.
 *
 * @param wish what else is asked; null when nothing is
 */
record Advising(Endpoints endpoints, @Nullable Wish wish) {

    /** Whether each answer takes as long as thousands of others. */
    boolean searches() {
        return wish != null && wish.whatIf();
    }

    /** Answers the customer in a part of an array; throws BadRequest for one that cannot be read. */
    byte[] answer(byte[] json, int from, int length) {
        Customer customer =
                CustomerReader.read(json, from, length, endpoints.today().get());
        return Json.write(wish == null ? endpoints.advise().apply(customer) : explained(customer, json, from, length));
    }

    private Object explained(Customer customer, byte[] json, int from, int length) {
        JsonNode tree = searches() ? Json.mapper().readTree(json, from, length) : null;
        return endpoints.explain().explain(customer, wish == null ? null : wish.action(), tree);
    }
}
