package retention.http;

import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import tools.jackson.databind.JsonNode;

/** Advises one customer and explains it. Called from many threads at once; throws BadRequest as advising does. */
public interface Explain {

    /**
     * The advice with its explanation, as a value that becomes JSON.
     *
     * @param action the one to explain; null for all
     * @param whatIf the customer's JSON, when the smallest change that matters is wanted, too; null when it is not
     */
    Object explain(Customer customer, @Nullable String action, @Nullable JsonNode whatIf);
}
