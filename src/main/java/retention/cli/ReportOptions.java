package retention.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import retention.fixtures.JUnitReport;
import retention.fixtures.JsonReport;
import retention.fixtures.Report;

/** Files that tell programs what became of the cases. */
final class ReportOptions {

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "also writes the report as JUnit XML, which build servers show as tests")
    private @Nullable Path junit;

    @Option(names = "--json", paramLabel = "FILE", description = "also writes the report as JSON")
    private @Nullable Path json;

    /** Throws UncheckedIOException for a file that cannot be written. */
    void write(Report report) {
        if (junit != null) {
            var xml = new ByteArrayOutputStream();
            JUnitReport.write(report, xml);
            write(junit, xml.toByteArray());
        }
        if (json != null) {
            write(json, (JsonReport.of(report) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
