package retention.reload;

import java.time.Instant;

/**
 * A good revision of the rules that is kept.
 *
 * @param since when it last began to serve
 * @param rules how many there are in it
 */
public record Kept(String revision, Instant since, int rules) {}
