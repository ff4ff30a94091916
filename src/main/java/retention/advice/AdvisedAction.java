package retention.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.facts.Channel;

/**
 * An action to take now.
 *
 * @param strategy whose rule recommended it: trust, satisfaction, switching-cost; null for the way out and the fallback
 * @param channel how; null for a task
 * @param dueOn the last day to do it
 * @param value what the catalogue says it is worth when it works, for the typical customer
 * @param valueBasis what the value is an estimate of
 * @param priority what it is worth for this customer; null for the way out, which has its place in any case
 * @param beat codes of the actions whose place it took, in the order of the alphabet
 * @param agentMaySpend what whoever carries it out may spend on top without asking, in the company's currency
 * @param text the words for the customer by language, values filled in
 */
public record AdvisedAction(
        String code,
        String title,
        @Nullable String strategy,
        ActionKind kind,
        String owner,
        @Nullable Channel channel,
        LocalDate dueOn,
        double value,
        ValueBasis valueBasis,
        double cost,
        double agentMaySpend,
        @Nullable Priority priority,
        List<String> beat,
        Map<String, String> text,
        List<Reason> reasons) {}
