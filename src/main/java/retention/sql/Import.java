package retention.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.json.Json;
import retention.json.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Runs a query whose only column is a customer as JSON, and writes each row as one line. Thread-safe; reads a part of
 * the rows at a time, as the {@link Source} hands them over.
 */
public final class Import {

    private final String query;
    private final LocalDate today;

    /** {@code query} may hold comments and end with a semicolon; {@code today} is for customers that name no asOf. */
    public Import(String query, LocalDate today) {
        this.query = query;
        this.today = today;
    }

    /**
     * Writes the good rows to {@code out} as UTF-8 and reports the bad ones to {@code errors}, both in the order of the
     * query; does not close {@code out}. Throws IllegalArgumentException with one sentence when the query fails or has
     * more than one column; lines may have been written by then.
     */
    public Result run(Source source, OutputStream out, Consumer<RowError> errors) throws IOException {
        try (Statement statement = source.statement();
                ResultSet rows = rows(statement)) {
            requireOneColumn(rows.getMetaData());
            return copy(rows, out, errors);
        } catch (SQLException problem) {
            throw QueryFailure.of(problem, query);
        }
    }

    private ResultSet rows(Statement statement) throws SQLException {
        // Not executeQuery: PostgreSQL's driver takes a comment after the semicolon for a second statement, and
        // refuses.
        if (!statement.execute(query)) {
            throw new IllegalArgumentException("the query returns no rows: it must be a SELECT");
        }
        return statement.getResultSet();
    }

    private Result copy(ResultSet rows, OutputStream out, Consumer<RowError> errors) throws SQLException, IOException {
        long row = 0;
        long written = 0;
        while (rows.next()) {
            row++;
            try {
                out.write(Json.write(customer(rows.getString(1))));
                out.write('\n');
                written++;
            } catch (BadRequest refused) {
                errors.accept(new RowError(row, refused.path(), refused.problem()));
            }
        }
        return new Result(written, row - written);
    }

    private JsonNode customer(@Nullable String json) {
        if (json == null) {
            throw new BadRequest("", "is NULL, not a customer");
        }
        JsonNode customer = parse(json);
        CustomerReader.read(customer, today);
        return customer; // as the query made it: what it left out stays left out
    }

    private static JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JacksonException problem) {
            throw Problems.explain(problem);
        }
    }

    private static void requireOneColumn(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        if (names.size() != 1) {
            throw new IllegalArgumentException("the query must have one column, a customer as JSON_OBJECT; it has "
                    + names.size() + ": " + String.join(", ", names));
        }
    }
}
