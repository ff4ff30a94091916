package retention.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import retention.backtest.Outcomes;

/** A query that tells what became of customers: a column {@code id} and one or more other columns. Thread-safe. */
public final class OutcomeQuery {

    private final String query;

    /** {@code query} may hold comments and end with a semicolon. */
    public OutcomeQuery(String query) {
        this.query = query;
    }

    /**
     * Reads all rows, in the order of the query. Throws IllegalArgumentException with one sentence when the query fails,
     * lacks a column, has a row without id, or two rows of one customer.
     */
    public Outcomes read(Source source) {
        try (Rows rows = Rows.of(source, "query of outcomes", query)) {
            List<String> labels = new ArrayList<>(
                    rows.columns().stream().map(OutcomeQuery::asWritten).toList());
            int id = labels.stream()
                    .map(label -> label.toLowerCase(Locale.ROOT))
                    .toList()
                    .indexOf("id");
            if (id < 0 || labels.size() < 2) {
                throw new IllegalArgumentException(
                        "the query of outcomes must have a column id and one or more others; it has "
                                + String.join(", ", labels));
            }
            labels.remove(id);
            return new Outcomes(labels, read(rows, id, labels.size() + 1));
        }
    }

    private static List<Outcomes.Row> read(Rows rows, int id, int columns) {
        List<Outcomes.Row> read = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable String> values = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                values.add(rows.text(i));
            }
            String customer = values.remove(id);
            if (customer == null) {
                throw new IllegalArgumentException("row " + rows.number() + " of the outcomes has no id");
            }
            read.add(new Outcomes.Row(customer, values));
        }
        return read;
    }

    /** H2 turns names without quotes into capitals. */
    private static String asWritten(String label) {
        return label.equals(label.toUpperCase(Locale.ROOT)) ? label.toLowerCase(Locale.ROOT) : label;
    }
}
