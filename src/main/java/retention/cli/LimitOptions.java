package retention.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import retention.http.Limits;

/** How much the server takes on before it says 503. */
final class LimitOptions {

    private static final int MOST_THREADS = 1024;
    private static final int MOST_WAITING = 1_000_000;
    private static final int LONGEST_WAIT = 60_000;

    @Option(
            names = "--workers",
            paramLabel = "NUMBER",
            description = "threads that advise single customers; two for each core when left out")
    private int workers = Limits.defaults().workers();

    @Option(
            names = "--queue",
            paramLabel = "NUMBER",
            defaultValue = "2000",
            description = "how many single customers may wait for one of them; 2000 when left out")
    private int queue;

    @Option(
            names = "--time-budget",
            paramLabel = "MILLISECONDS",
            defaultValue = "1000",
            description =
                    "how long one may wait at most; a four hundredth of it, but for a few, once more come than can be "
                            + "served; 1000 when left out")
    private int budget;

    @Option(
            names = "--streams",
            paramLabel = "NUMBER",
            description = "how many streams may run at once; four for each core when left out")
    private int streams = Limits.defaults().streams();

    @Option(
            names = "--most-connections",
            paramLabel = "NUMBER",
            defaultValue = "4096",
            description = "how many connections may be open at once, further ones wait; 4096 when left out")
    private int connections;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    /** Throws ParameterException with one sentence for a number that cannot be. */
    Limits limits() {
        Limits standard = Limits.defaults();
        return new Limits(
                standard.bodyBytes(),
                standard.lineBytes(),
                Within.range(verb, "--workers", workers, 1, MOST_THREADS),
                Within.range(verb, "--queue", queue, 0, MOST_WAITING),
                Duration.ofMillis(Within.range(verb, "--time-budget", budget, 1, LONGEST_WAIT)),
                Within.range(verb, "--streams", streams, 1, MOST_THREADS),
                Within.range(verb, "--most-connections", connections, MOST_THREADS / 16, MOST_WAITING),
                standard.arrival(),
                standard.idle(),
                standard.drain());
    }
}
