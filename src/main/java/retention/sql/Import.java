package retention.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.function.Consumer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Runs a query whose only column is a customer as JSON, and writes each row as one line. Thread-safe; reads a part of
 * the rows at a time, as the {@link Source} hands them over.
 */
public final class Import {

    private final CustomerQuery query;
    private final LocalDate today;

    /** {@code query} may hold comments and end with a semicolon; {@code today} is for customers that name no asOf. */
    public Import(String query, LocalDate today) {
        this.query = new CustomerQuery(query);
        this.today = today;
    }

    /**
     * Writes the good rows to {@code out} as UTF-8 and reports the bad ones to {@code errors}, both in the order of the
     * query; does not close {@code out}. Throws IllegalArgumentException with one sentence when the query fails or has
     * more than one column; lines may have been written by then.
     */
    public Result run(Source source, OutputStream out, Consumer<RowError> errors) throws IOException {
        try (Rows rows = query.open(source)) {
            long written = 0;
            while (rows.next()) {
                CustomerRow row = CustomerQuery.row(rows);
                try {
                    out.write(Json.write(checked(row)));
                    out.write('\n');
                    written++;
                } catch (BadRequest refused) {
                    errors.accept(new RowError(row.number(), refused.path(), refused.problem()));
                }
            }
            return new Result(written, rows.number() - written);
        }
    }

    private JsonNode checked(CustomerRow row) {
        JsonNode customer = row.parsed();
        CustomerReader.read(customer, today);
        return customer;
    }
}
