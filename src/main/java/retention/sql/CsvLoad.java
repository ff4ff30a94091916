package retention.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.h2.tools.Csv;
import org.jspecify.annotations.Nullable;

/** Copies the lines of one CSV text into a new table of text columns; H2's own reader splits them. */
final class CsvLoad {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Connection connection;
    private final String table;

    CsvLoad(Connection connection, String table) {
        this.connection = connection;
        this.table = quoted(table);
    }

    /** Throws IllegalArgumentException for a header or a line that does not fit. */
    void load(BufferedReader text) throws IOException, SQLException {
        List<String> columns = header(text.readLine());
        create(columns);
        // H2 drops fields beyond the last column without a word, so one more column is read than there is.
        try (ResultSet rows = reader().read(text, new String[columns.size() + 1])) {
            insert(rows, columns.size());
        }
        index(columns);
    }

    private static List<String> header(@Nullable String line) throws IOException, SQLException {
        if (line == null || line.isBlank()) {
            throw new IllegalArgumentException("the first line must name the columns");
        }
        List<String> columns = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String column : fields(line)) {
            if (column == null || column.isBlank()) {
                throw new IllegalArgumentException("column " + (columns.size() + 1) + " has no name");
            }
            if (!seen.add(column)) {
                throw new IllegalArgumentException("two columns are named " + column);
            }
            columns.add(column);
        }
        return columns;
    }

    private static List<String> fields(String line) throws IOException, SQLException {
        int count = reader().read(new StringReader(line), null).getMetaData().getColumnCount();
        ResultSet row = reader().read(new StringReader(line), new String[count]);
        row.next();
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            fields.add(row.getString(i));
        }
        return fields;
    }

    private void create(List<String> columns) throws SQLException {
        String texts =
                columns.stream().map(column -> quoted(column) + " VARCHAR").collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (" + texts + ")");
        }
    }

    // Any column may join two files, and a join of large ones without an index takes hours instead of seconds.
    private void index(List<String> columns) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String column : columns) {
                statement.execute("CREATE INDEX ON " + table + " (" + quoted(column) + ")");
            }
        }
    }

    private void insert(ResultSet rows, int columns) throws SQLException {
        String places = String.join(", ", Collections.nCopies(columns, "?"));
        try (var insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            for (int row = 1; rows.next(); row++) {
                requireNoMore(rows, columns, row);
                add(insert, rows, columns);
                if (row % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void requireNoMore(ResultSet rows, int columns, int row) throws SQLException {
        if (rows.getString(columns + 1) != null) {
            throw new IllegalArgumentException(
                    "data row " + row + " has more fields than the header, which has " + columns);
        }
    }

    private static void add(PreparedStatement insert, ResultSet row, int columns) throws SQLException {
        for (int i = 1; i <= columns; i++) {
            insert.setString(i, row.getString(i));
        }
        insert.addBatch();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static Csv reader() {
        var csv = new Csv();
        csv.setPreserveWhitespace(true);
        return csv;
    }
}
