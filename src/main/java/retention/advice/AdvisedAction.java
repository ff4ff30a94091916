package retention.advice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.facts.Channel;

/**
 * An action to take now.
 *
 * @param strategy whose rule recommended it: trust, satisfaction, switching-cost; null for the way out and the fallback
 * @param channel how; null for a task
 * @param text the words for the customer by language, values filled in
 */
public record AdvisedAction(
        String code,
        String title,
        @Nullable String strategy,
        ActionKind kind,
        String owner,
        @Nullable Channel channel,
        double value,
        double cost,
        Map<String, String> text,
        List<Reason> reasons) {}
