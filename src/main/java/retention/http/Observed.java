package retention.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What can be seen of the server from outside, beside its answers.
 *
 * @param inService asked for with each look at health and metrics, from many threads
 * @param logged which requests the log tells of
 * @param version of the program
 */
public record Observed(Supplier<InService> inService, LoggedRequests logged, String version) {

    /** For a server whose rules nobody watches. */
    static Observed nothing() {
        var none = new InService("", Instant.EPOCH, List.of(), false, 0, 0, 0);
        return new Observed(() -> none, LoggedRequests.PROBLEMS, "");
    }
}
