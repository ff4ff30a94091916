package retention.rules;

import java.util.List;
import retention.advice.Advice;
import retention.advice.Concluded;
import retention.advice.Scores;

/**
 * What the rules think of one customer, before guardrails and order.
 *
 * @param assessment evidence and signals
 * @param signals each once, with all its reasons
 * @param strategies recommendations and what to withhold
 */
public record Reasoning(
        List<Concluded<?>> assessment,
        Scores scores,
        List<Advice.NamedSignal> signals,
        List<Concluded<?>> strategies) {}
