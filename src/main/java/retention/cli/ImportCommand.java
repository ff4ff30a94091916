package retention.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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

    @Mixin
    private final TablesOption tables = new TablesOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "file to write; standard output when left out")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        var run = new Import(tables.query(), LocalDate.now(ZoneOffset.UTC));
        try (Source source = tables.open()) {
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
}
