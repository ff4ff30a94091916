package retention.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action not to take, and why.
 *
 * @param recommended whether a rule recommended it, so that it would have been advised otherwise
 * @param guardrail which guardrail stopped it (G1 ...); null when rules did
 * @param reasons of the rules, or of the guardrail
 */
public record WithheldAction(
        String code,
        String title,
        boolean recommended,
        @Nullable String guardrail,
        List<Reason> reasons) {}
