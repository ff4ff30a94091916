package retention.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the worked examples are. */
final class FixturesOption {

    @Option(
            names = {"-f", "--fixtures"},
            paramLabel = "FOLDER",
            description = "the fixture folder; 'fixtures' here, or beside the program, when left out")
    private @Nullable Path fixtures;

    Path folder() {
        return fixtures != null ? fixtures : Places.standard("fixtures");
    }

    boolean given() {
        return fixtures != null;
    }
}
