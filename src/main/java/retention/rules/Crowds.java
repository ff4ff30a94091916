package retention.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.facts.Facts;
import retention.json.BadRequest;

/** Refuses customers with more facts in one list than anybody has, before rules compare each with each. */
final class Crowds {

    private static final List<RecordComponent> LISTS = Arrays.stream(Customer.class.getRecordComponents())
            .filter(part -> Facts.class.isAssignableFrom(part.getType()))
            .toList();

    private Crowds() {}

    /** Throws {@link BadRequest} that names the list. */
    static void check(Customer customer, int most) {
        LISTS.forEach(list -> check(list.getName(), count(list, customer), most));
        customer.extensions().forEach((name, facts) -> check("extensions." + name, facts.size(), most));
    }

    private static void check(String list, @Nullable Integer count, int most) {
        if (count != null && count > most) {
            throw new BadRequest(list, "holds " + count + " entries; " + most + " are the most");
        }
    }

    private static @Nullable Integer count(RecordComponent list, Customer customer) {
        try {
            return ((Facts<?, ?>) list.getAccessor().invoke(customer)).count();
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible); // a public record answers
        }
    }
}
