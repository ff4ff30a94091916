package retention.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import retention.sql.CsvTable;
import retention.sql.Source;

/** The options of verbs that read a company's tables: which query makes the customers, and where it runs. */
final class TablesOption {

    @Option(
            names = {"-s", "--sql"},
            paramLabel = "QUERY.sql",
            required = true,
            description = "file with the query that makes the customers")
    private @Nullable Path sql;

    @ArgGroup(multiplicity = "1")
    private @Nullable From from;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER",
            description = "database user, for --jdbc; its password is read from the environment variable PGPASSWORD")
    private @Nullable String user;

    /** CSV files or a database. */
    private static final class From {
        @Option(
                names = "--csv",
                paramLabel = "NAME=FILE[.gz]",
                description = "a CSV file with a header line, as table NAME; may be given several times")
        private @Nullable List<String> csv;

        @Option(
                names = "--jdbc",
                paramLabel = "URL",
                description = "a database, such as jdbc:postgresql://host/database")
        private @Nullable String jdbc;
    }

    /** The text of the query. */
    String query() throws IOException {
        return Files.readString(Objects.requireNonNull(sql));
    }

    /** Loads the files, or connects. Throws IllegalArgumentException with one sentence when that fails. */
    Source open() {
        From place = Objects.requireNonNull(from);
        if (place.csv == null) {
            return Source.database(Objects.requireNonNull(place.jdbc), user, System.getenv("PGPASSWORD"));
        }
        return Source.csv(place.csv.stream().map(CsvTable::parse).toList());
    }
}
