package retention.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that rules recommend and that is not advised all the same, and why.
 *
 * @param guardrail which guardrail stopped it (G1 ...); null when something else did
 * @param reference the law or the line of the contact policy that the guardrail rests on; null when there is none
 * @param reasons of the rules, or of whatever stopped it
 */
public record WithheldAction(
        String code,
        String title,
        Stop stop,
        @Nullable String guardrail,
        @Nullable String reference,
        List<Reason> reasons) {}
