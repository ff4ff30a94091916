package retention.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.sql.CsvTable;
import retention.sql.Import;
import retention.sql.Result;
import retention.sql.RowError;
import retention.sql.Source;

/** Turns a company's tables into customers. */
@Command(
        name = "import",
        header = "Turns a company's tables into customers by an SQL query.",
        description = "Runs a query whose rows are customers, each one JSON object, and writes them as NDJSON, one a "
                + "line. The query maps the company's tables to our vocabulary with JSON_OBJECT and JSON_ARRAYAGG. "
                + "It runs over CSV files, each a table of texts, or on a PostgreSQL (16 or later). Each row is "
                + "checked as a customer; a bad one is reported with its number and left out, and the exit code is "
                + "1.")
final class ImportCommand implements Callable<Integer> {

    @Option(
            names = {"-s", "--sql"},
            paramLabel = "QUERY.sql",
            required = true,
            description = "file with the query")
    private @Nullable Path sql;

    @ArgGroup(multiplicity = "1")
    private @Nullable From from;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER",
            description = "database user, for --jdbc; its password is read from the environment variable PGPASSWORD")
    private @Nullable String user;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "file to write; standard output when left out")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

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

    @Override
    public Integer call() throws IOException {
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        var run = new Import(Files.readString(Objects.requireNonNull(sql)), LocalDate.now(ZoneOffset.UTC));
        try (Source source = source(Objects.requireNonNull(from))) {
            Result result = write(run, source, row -> err.println(row));
            err.println(result.written() + " customers, " + result.refused() + " rows refused");
            return result.refused() == 0 ? ExitCode.OK : ExitCode.NO;
        }
    }

    /** A file is written aside and moved into place at the end, so that a failing query leaves the old one as it was. */
    private Result write(Import run, Source source, Consumer<RowError> errors) throws IOException {
        if (output == null) {
            try (OutputStream out = new BufferedOutputStream(StandardOutput.open())) {
                return run.run(source, out, errors);
            }
        }
        Path target = output.toAbsolutePath();
        Path aside =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try {
            Result result;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
                result = run.run(source, out, errors);
            }
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Source source(From from) {
        if (from.csv == null) {
            return Source.database(Objects.requireNonNull(from.jdbc), user, System.getenv("PGPASSWORD"));
        }
        return Source.csv(from.csv.stream().map(CsvTable::parse).toList());
    }
}
