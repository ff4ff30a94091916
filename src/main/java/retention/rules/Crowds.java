package retention.rules;

import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.facts.Facts;
import retention.json.BadRequest;

/** Refuses customers with more facts in one list than anybody has, before rules compare each with each. */
final class Crowds {

    private Crowds() {}

    /** Throws {@link BadRequest} that names the list. */
    static void check(Customer customer, int most) {
        check("consents", customer.consents(), most);
        check("orders", customer.orders(), most);
        check("serviceCases", customer.serviceCases(), most);
        check("surveys", customer.surveys(), most);
        check("visits", customer.visits(), most);
        check("incidents", customer.incidents(), most);
        check("contacts", customer.contacts(), most);
        check("departureSigns", customer.departureSigns(), most);
        if (!customer.extensions().isEmpty()) {
            customer.extensions().forEach((name, facts) -> check("extensions." + name, facts.size(), most));
        }
    }

    private static void check(String list, Facts<?, ?> facts, int most) {
        check(list, facts.count(), most);
    }

    private static void check(String list, @Nullable Integer count, int most) {
        if (count != null && count > most) {
            throw new BadRequest(list, "holds " + count + " entries; " + most + " are the most");
        }
    }
}
