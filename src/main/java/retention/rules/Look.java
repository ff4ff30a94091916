package retention.rules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import retention.rules.explain.Constants;

/**
 * Places in a customer's JSON that somebody looks at together, and the fixed values that they are compared with there.
 *
 * @param places such as {@code segment}, {@code contract.endsOn} and {@code orders[].promisedOn}
 */
record Look(SortedSet<String> places, Constants constants) {

    /** Looks that compare with nothing fixed. */
    static Look at(Collection<String> places) {
        return with(places, Collections.emptySortedSet(), Collections.emptySortedSet());
    }

    static Look with(Collection<String> places, SortedSet<BigDecimal> numbers, SortedSet<String> texts) {
        return new Look(new TreeSet<>(places), new Constants(numbers, texts));
    }

    /** The part of the customer that a place stands in: {@code orders} of {@code orders[].promisedOn}. */
    static String root(String place) {
        return place.split("[.\\[]", 2)[0];
    }
}
