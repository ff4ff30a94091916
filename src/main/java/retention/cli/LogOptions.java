package retention.cli;

import java.util.List;
import picocli.CommandLine.Option;
import retention.http.InService;
import retention.http.LoggedRequests;
import retention.http.Observed;
import retention.log.Log;
import retention.log.Style;
import retention.reload.InForce;
import retention.reload.LiveRules;
import retention.reload.Reloads;
import retention.rules.Product;
import retention.rules.RuleListing;

/** The options for what a server tells of itself. */
final class LogOptions {

    @Option(
            names = "--log",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "how the log is written to standard error: as lines for people, or as one JSON object a "
                    + "line; ${DEFAULT-VALUE} when left out")
    private Style style = Style.TEXT;

    @Option(
            names = "--log-requests",
            paramLabel = "none|problems|all",
            defaultValue = "problems",
            description = "which requests the log tells of, never with their content: problems are those that were "
                    + "refused or took more than a second; ${DEFAULT-VALUE} when left out")
    private LoggedRequests requests = LoggedRequests.PROBLEMS;

    /** From now on nobody waits for the log. */
    void begin() {
        Log.begin(style);
    }

    Observed observed(LiveRules live) {
        return new Observed(() -> inService(live), requests, Product.version());
    }

    private static InService inService(LiveRules live) {
        InForce now = live.inForce();
        Reloads reloads = live.reloads();
        List<String> names = now.rules().stream().map(RuleListing.Entry::name).toList();
        return new InService(
                now.revision(),
                now.servingSince(),
                names,
                now.rejected() != null,
                reloads.good(),
                reloads.bad(),
                reloads.lastSeconds());
    }
}
