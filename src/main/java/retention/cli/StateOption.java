package retention.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the folder in which the program keeps what it makes for itself. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "where compiled rules and the last good revisions are kept, for its owner only; "
                    + "'state' beside the program when left out")
    private @Nullable Path state;

    Path folder() {
        return state != null ? state : Places.state();
    }
}
