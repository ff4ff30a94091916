package retention.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an import wrote and refused. */
record Imported(List<String> lines, List<String> errors, Result result) {

    static Imported from(Source source, String query) {
        var out = new ByteArrayOutputStream();
        List<String> errors = new ArrayList<>();
        Result result = into(out, source, query, errors);
        return new Imported(out.toString(StandardCharsets.UTF_8).lines().toList(), errors, result);
    }

    static Result into(ByteArrayOutputStream out, Source source, String query, List<String> errors) {
        try {
            return new Import(query, LocalDate.of(2026, 1, 1)).run(source, out, error -> errors.add(error.toString()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** One of the worked examples. */
    static String query(String name) {
        try (InputStream file = Imported.class.getResourceAsStream("/import/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
