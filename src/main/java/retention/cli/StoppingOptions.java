package retention.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long the server takes to stop once it is told to. */
final class StoppingOptions {

    private static final int LONGEST = 3600;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long running requests may go on after SIGTERM, while new ones are refused; a second "
                    + "SIGTERM ends it at once; 10 when left out")
    private int drain;

    @Option(
            names = "--drain-delay",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description =
                    "how long before that GET /health/ready says no while all is answered as ever, so that a load "
                            + "balancer can turn away; 0 when left out")
    private int delay;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    Duration drain() {
        return Duration.ofSeconds(Within.range(verb, "--drain", drain, 0, LONGEST));
    }

    Duration delay() {
        return Duration.ofSeconds(Within.range(verb, "--drain-delay", delay, 0, LONGEST));
    }
}
