package retention.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small CSV files in a folder. */
final class Csv {

    private Csv() {}

    static CsvTable plain(Path folder, String name, String... lines) {
        return written(new CsvTable(name, folder.resolve(name + ".csv")), lines);
    }

    static CsvTable packed(Path folder, String name, String... lines) {
        return written(new CsvTable(name, folder.resolve(name + ".csv.gz")), lines);
    }

    private static CsvTable written(CsvTable table, String... lines) {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        boolean packed = table.file().toString().endsWith(".gz");
        try (OutputStream file = Files.newOutputStream(table.file());
                OutputStream out = packed ? new GZIPOutputStream(file) : file) {
            out.write(text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return table;
    }
}
