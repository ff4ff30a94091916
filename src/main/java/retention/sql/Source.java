package retention.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the query of an import runs: over CSV files, or on a company's own database. For one thread and one import. */
public final class Source implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 1_000;

    // Without a name the database is in memory, seen by this connection only, and gone when it closes. Capital letters
    // in names do not matter, so a query may write customerID as the CSV does, and PostgreSQL may fold it.
    private static final String PRIVATE_H2 = "jdbc:h2:mem:;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    private static final Pattern LOGIN_BEFORE_HOST = Pattern.compile("jdbc:\\w+://[^/?]*@.*");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(?<=password=)[^&;\\s]*");

    private final Connection connection;

    private Source(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true); // a hint that H2 ignores, so its tables can still be filled
        connection.setAutoCommit(false); // PostgreSQL sends all rows at once otherwise
    }

    /**
     * Loads CSV files into a private database in memory, which must hold them all. Throws IllegalArgumentException with
     * one sentence for a file that cannot be read as CSV and for a name given twice.
     */
    public static Source csv(List<CsvTable> tables) {
        requireDifferentNames(tables);
        Source source = connect(PRIVATE_H2, null, null);
        try {
            for (CsvTable table : tables) {
                table.load(source.connection);
            }
            return source;
        } catch (RuntimeException problem) {
            source.close();
            throw problem;
        }
    }

    /**
     * Connects to the database of a JDBC URL, such as {@code jdbc:postgresql://host/database}, to read only. User and
     * password may be null, or stand in the URL as {@code ?user=..&password=..}. Throws IllegalArgumentException with the
     * driver's sentence, without the password, when it cannot connect.
     */
    public static Source database(String url, @Nullable String user, @Nullable String password) {
        if (!url.startsWith("jdbc:postgresql:")) { // another driver on the class path runs scripts named in its URL
            throw new IllegalArgumentException("the database must be a PostgreSQL: jdbc:postgresql://host/database");
        }
        if (LOGIN_BEFORE_HOST.matcher(url).matches()) { // the driver would log the password as a wrong port
            throw new IllegalArgumentException("a JDBC URL takes no user:password@ before the host");
        }
        return connect(url, user, password);
    }

    private static Source connect(String url, @Nullable String user, @Nullable String password) {
        try {
            return new Source(DriverManager.getConnection(url, login(user, password)));
        } catch (SQLException problem) { // not kept as the cause: a driver may repeat the URL
            String reason = problem.getMessage() + (problem.getCause() == null ? "" : " (" + problem.getCause() + ")");
            throw new IllegalArgumentException("cannot connect to the database: "
                    + PASSWORD.matcher(reason).replaceAll("***"));
        }
    }

    private static Properties login(@Nullable String user, @Nullable String password) {
        var login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }

    /** A statement that fetches a part of the rows at a time, so that memory does not grow with the result. */
    Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    /** Disconnects; the tables of CSV files are gone. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException unimportant) {
            // nothing was changed, so nothing is lost
        }
    }

    private static void requireDifferentNames(List<CsvTable> tables) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (CsvTable table : tables) {
            if (!names.add(table.name())) {
                throw new IllegalArgumentException("two CSV files are named " + table.name());
            }
        }
    }
}
