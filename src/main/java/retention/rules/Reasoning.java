package retention.rules;

import java.util.List;
import retention.advice.Concluded;
import retention.advice.Scores;

/**
 * What the rules think of one customer, before guardrails and order.
 *
 * @param assessment evidence and signals
 * @param strategies recommendations and what to withhold
 */
public record Reasoning(List<Concluded<?>> assessment, Scores scores, List<Concluded<?>> strategies) {}
