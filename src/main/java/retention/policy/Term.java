package retention.policy;

/**
 * What a law asks for.
 *
 * @param reference the law and its article
 */
public record Term(Needs needs, String reference) {}
