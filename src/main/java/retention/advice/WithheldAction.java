package retention.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that rules recommend and that is not advised all the same, and why.
 *
 * @param guardrail which guardrail stopped it (G1 ...); null when rules did
 * @param reasons of the rules, or of the guardrail
 */
public record WithheldAction(
        String code, String title, @Nullable String guardrail, List<Reason> reasons) {}
