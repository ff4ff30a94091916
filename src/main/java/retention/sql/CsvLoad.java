package retention.sql;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** Copies the lines of one CSV text into a new table of text columns. */
final class CsvLoad {

    private static final int ROWS_AT_ONCE = 1_000;

    /** As RFC 4180 has it; a field without anything, not even quotes, is null. */
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();

    private final Connection connection;
    private final String table;

    CsvLoad(Connection connection, String table) {
        this.connection = connection;
        this.table = quoted(table);
    }

    /** Throws IllegalArgumentException for a header or a line that does not fit. */
    void load(Reader text) throws IOException, SQLException {
        try (CSVParser lines = CSVParser.parse(text, CSV)) {
            Iterator<CSVRecord> rows = lines.iterator();
            List<String> columns = header(rows);
            create(columns);
            insert(rows, columns.size());
            index(columns);
        }
    }

    private static List<String> header(Iterator<CSVRecord> rows) {
        if (!rows.hasNext()) {
            throw new IllegalArgumentException("the first line must name the columns");
        }
        List<String> columns = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String written : rows.next().toList()) {
            String column = columns.isEmpty() && written != null ? withoutMark(written) : written;
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

    /** Spreadsheets put a mark in front of the first name. */
    private static String withoutMark(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1) : name;
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

    private void insert(Iterator<CSVRecord> rows, int columns) throws SQLException {
        String places = String.join(", ", Collections.nCopies(columns, "?"));
        try (var insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            for (int row = 1; rows.hasNext(); row++) {
                add(insert, rows.next(), columns, row);
                if (row % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, CSVRecord row, int columns, int number) throws SQLException {
        if (row.size() != columns) {
            throw new IllegalArgumentException(
                    "data row " + number + " has " + row.size() + " fields, and the header has " + columns);
        }
        for (int i = 0; i < columns; i++) {
            insert.setString(i + 1, row.get(i));
        }
        insert.addBatch();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
