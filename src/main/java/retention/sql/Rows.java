package retention.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one query, a part at a time. Every failure of the database is an IllegalArgumentException with one
 * sentence. For one thread.
 */
final class Rows implements AutoCloseable {

    private final Statement statement;
    private final ResultSet rows;
    private final QueryFailure failure;
    private long number;

    private Rows(Statement statement, ResultSet rows, QueryFailure failure) {
        this.statement = statement;
        this.rows = rows;
        this.failure = failure;
    }

    /** Runs the query; {@code name} is what errors call it. Throws IllegalArgumentException when it is no SELECT, too. */
    static Rows of(Source source, String name, String query) {
        var failure = new QueryFailure(name, query);
        try {
            Statement statement = source.statement();
            try {
                return new Rows(statement, result(statement, name, query), failure);
            } catch (SQLException | RuntimeException problem) {
                statement.close();
                throw problem;
            }
        } catch (SQLException problem) {
            throw failure.of(problem);
        }
    }

    private static ResultSet result(Statement statement, String name, String query) throws SQLException {
        // Not executeQuery: PostgreSQL's driver takes a comment after the semicolon for a second statement, and
        // refuses.
        if (!statement.execute(query)) {
            throw new IllegalArgumentException("the " + name + " returns no rows: it must be a SELECT");
        }
        return statement.getResultSet();
    }

    /** The labels of the columns, as the database writes them. */
    List<String> columns() {
        try {
            ResultSetMetaData columns = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnLabel(i));
            }
            return names;
        } catch (SQLException problem) {
            throw failure.of(problem);
        }
    }

    /** Moves to the next row; false at the end. */
    boolean next() {
        try {
            boolean more = rows.next();
            number += more ? 1 : 0;
            return more;
        } catch (SQLException problem) {
            throw failure.of(problem);
        }
    }

    /** Number of the row, from 1. */
    long number() {
        return number;
    }

    /** A value as text, "true" or "false" for a truth value; {@code column} counts from 0. */
    @Nullable
    String text(int column) {
        try {
            // PostgreSQL would write a truth value as t or f
            return rows.getObject(column + 1) instanceof Boolean truth ? truth.toString() : rows.getString(column + 1);
        } catch (SQLException problem) {
            throw failure.of(problem);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException problem) {
            throw failure.of(problem);
        }
    }
}
