package retention.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the standard folders are. */
final class Places {

    private Places() {}

    /** Where the program keeps what it must remember: beside the launcher, or in the working directory. */
    static Path state() {
        String home = System.getProperty("advisor.home");
        return home == null ? Path.of("state") : Path.of(home, "state");
    }

    /** The folder in the working directory; if there is none, the one beside the launcher, which says where it is. */
    static Path standard(String name) {
        Path here = Path.of(name);
        String home = System.getProperty("advisor.home");
        if (Files.isDirectory(here) || home == null || !Files.isDirectory(Path.of(home, name))) {
            return here;
        }
        return Path.of(home, name);
    }
}
