package retention.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file and the name that a query knows it by. UTF-8; the first line names the columns; all columns are texts; a
 * field that holds nothing, not even quotes, is NULL. A file whose name ends with {@code .gz} is unpacked on the way in.
 */
public record CsvTable(String name, Path file) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Throws IllegalArgumentException for a name that is no identifier. */
    public CsvTable {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" cannot name a table: use letters, digits and _, and begin with a letter");
        }
    }

    /** Reads {@code NAME=FILE}. Throws IllegalArgumentException for anything else. */
    public static CsvTable parse(String nameAndFile) {
        int equals = nameAndFile.indexOf('=');
        if (equals < 0 || equals == nameAndFile.length() - 1) {
            throw new IllegalArgumentException("\"" + nameAndFile + "\" is not NAME=FILE");
        }
        return new CsvTable(nameAndFile.substring(0, equals), Path.of(nameAndFile.substring(equals + 1)));
    }

    /** Copies the file into a new table. Throws IllegalArgumentException with one sentence when it cannot be read. */
    void load(Connection connection) {
        try (BufferedReader text = open()) {
            new CsvLoad(connection, name).load(text);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("CSV file " + file + " does not exist");
        } catch (IOException | UncheckedIOException | SQLException | IllegalArgumentException problem) {
            throw new IllegalArgumentException("CSV file " + file + ": " + reason(problem), problem);
        }
    }

    private static @Nullable String reason(Exception problem) {
        Throwable first = problem;
        while (first.getCause() != null) { // the reader of lines wraps what it meets
            first = first.getCause();
        }
        String message = String.valueOf(first.getMessage());
        if (first instanceof CharacterCodingException) {
            return "is not UTF-8 text";
        }
        return message.contains("encapsulated token")
                ? "a quote does not close, or something follows where it closes: " + message
                : message;
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException problem) {
            bytes.close();
            throw problem;
        }
    }
}
