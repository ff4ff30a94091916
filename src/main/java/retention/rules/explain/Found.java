package retention.rules.explain;

/**
 * A fact with the place in the customer's JSON where it comes from.
 *
 * @param path such as {@code orders[2]} or {@code contract}; empty for the customer, and for what is no fact of theirs
 */
public record Found(String path, Object fact) {}
