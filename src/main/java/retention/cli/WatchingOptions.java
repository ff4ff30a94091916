package retention.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.reload.Watching;

/** How the rule folder is followed, and how much of its past is kept. */
final class WatchingOptions {

    private static final int MOST_KEPT = 1000;
    private static final int LONGEST_QUIET = 60_000;

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "how many good revisions are kept; 20 when left out")
    private int keep;

    @Option(
            names = "--quiet",
            paramLabel = "MILLISECONDS",
            defaultValue = "150",
            description = "how long nothing may have changed in the rule folder before it is read, longer for slow "
                    + "copies; 150 when left out")
    private int quiet;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    int keep() {
        return Within.range(verb, "--keep", keep, 1, MOST_KEPT);
    }

    Watching watching() {
        return Watching.defaults().quietFor(Duration.ofMillis(Within.range(verb, "--quiet", quiet, 0, LONGEST_QUIET)));
    }
}
