package retention.http;

import java.time.Instant;
import java.util.List;

/**
 * The rules that serve, for whoever watches the server.
 *
 * @param rules their names
 * @param rejected whether the rule folder holds something that cannot serve
 * @param reloads how often another revision began to serve since the start
 * @param refused how often what was saved could not serve
 * @param lastSeconds how long the last of both took, in seconds; 0 when there was none
 */
public record InService(
        String revision,
        Instant since,
        List<String> rules,
        boolean rejected,
        long reloads,
        long refused,
        double lastSeconds) {}
