package retention.sql;

import java.util.List;
import java.util.function.Consumer;

/** A query whose only column is a customer as JSON. It may hold comments and end with a semicolon. Thread-safe. */
public final class CustomerQuery {

    private final String query;

    /** Nothing is run yet. */
    public CustomerQuery(String query) {
        this.query = query;
    }

    /**
     * Hands over the rows one after the other, none of them checked yet. Throws IllegalArgumentException with one
     * sentence when the query fails or has more than one column.
     */
    public void each(Source source, Consumer<CustomerRow> take) {
        try (Rows rows = open(source)) {
            while (rows.next()) {
                take.accept(row(rows));
            }
        }
    }

    /** Runs it, for whoever wants to walk over the rows. */
    Rows open(Source source) {
        Rows rows = Rows.of(source, "query", query);
        List<String> columns = rows.columns();
        if (columns.size() != 1) {
            rows.close();
            throw new IllegalArgumentException("the query must have one column, a customer as JSON_OBJECT; it has "
                    + columns.size() + ": " + String.join(", ", columns));
        }
        return rows;
    }

    /** The row at which {@code rows} stands. */
    static CustomerRow row(Rows rows) {
        return new CustomerRow(rows.number(), rows.text(0));
    }
}
