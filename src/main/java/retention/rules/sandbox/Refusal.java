package retention.rules.sandbox;

import java.util.SortedSet;

/**
 * A class that no rule of ours becomes.
 *
 * @param rules the names of the rules that use it, as far as its file tells; empty when it does not
 * @param reason what is wrong, such as "it calls java.lang.System.exit"
 */
public record Refusal(SortedSet<String> rules, String reason) {}
