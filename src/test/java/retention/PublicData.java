package retention;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The public data that some tests need; it is not part of this project. */
public final class PublicData {

    private static final Path FOLDER =
            Path.of(Optional.ofNullable(System.getenv("RETENTION_DATA")).orElse("../shared/data"));

    private PublicData() {}

    /** Ends the test, and says so aloud, when the data is not there. */
    public static void require() {
        if (!Files.isDirectory(FOLDER)) {
            String missing =
                    "NOT TESTED: no folder " + FOLDER + " with the public data; RETENTION_DATA names another one";
            System.out.println(missing);
            Assumptions.abort(missing);
        }
    }

    /** The option's value for one of its tables. */
    public static String table(String name, String file) {
        return name + "=" + FOLDER.resolve(file + ".csv.gz");
    }
}
