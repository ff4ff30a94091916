package retention.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of customers, known only after the day of the decision.
 *
 * @param names of the outcomes
 * @param rows one for each customer, in the order of the query
 */
public record Outcomes(List<String> names, List<Row> rows) {

    /** The outcomes of one customer as texts, in the order of the names; null is not known. */
    public record Row(String customer, List<@Nullable String> values) {

        /** Copies the list. */
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** Copies the lists. Throws IllegalArgumentException when two rows are of one customer. */
    public Outcomes {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            Integer before = first.putIfAbsent(rows.get(i).customer(), i + 1);
            if (before != null) {
                throw new IllegalArgumentException(
                        "rows " + before + " and " + (i + 1) + " of the outcomes are of one customer");
            }
        }
    }

    /** The rows by customer. */
    Map<String, Row> byCustomer() {
        var byCustomer = new HashMap<String, Row>();
        rows.forEach(row -> byCustomer.put(row.customer(), row));
        return byCustomer;
    }

    /** The different values of one outcome, in the order in which the query first names them. */
    List<String> values(int outcome) {
        return rows.stream()
                .map(row -> row.values().get(outcome))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
