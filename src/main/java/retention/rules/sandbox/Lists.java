package retention.rules.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lists of what is allowed, which stand beside this class as text. */
final class Lists {

    private Lists() {}

    /** The lines of a list, without remarks. */
    static Stream<String> lines(String name) {
        try (InputStream list = Objects.requireNonNull(Lists.class.getResourceAsStream(name))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
