package retention.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a customer must not read. */
class InternalNamesTest {

    private final InternalNames names = new InternalNames(Set.of("LEAVE_ALONE", "CALL"));

    @Test
    void codes_and_facts_do_not_reach_the_customer() {
        assertThat(told("This is LEAVE_ALONE.")).contains("says LEAVE_ALONE to the customer");
        assertThat(told("Your wishListItems are here.")).contains("says wishListItems to the customer");
        assertThat(told("这是ServiceCase。")).contains("says ServiceCase to the customer");
        assertThat(told("orders[0].deliveredOn")).contains("says deliveredOn to the customer");
    }

    @Test
    void ordinary_words_brands_and_places_for_values_do() {
        assertThat(told("CALL us, or leave your orders ALONE: an iPhone with SAVE_20."))
                .isEmpty();
        assertThat(told("There are {wishListItems} things on your list.")).isEmpty();
        assertThat(told("不买也没关系。")).isEmpty();
    }

    private String told(String text) {
        return names.faults(Map.of("en", text)).stream()
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}
