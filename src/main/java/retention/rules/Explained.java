package retention.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.rules.explain.Explanation;
import retention.rules.explain.WhatIf;

/**
 * An advice with its explanation: as JSON, the advice and one field more, or two.
 *
 * @param whatIf null when nobody asked
 */
public record Explained(
        @JsonUnwrapped Advice advice,
        Explanation explanation,
        @Nullable WhatIf whatIf) {

    /** The same with the smallest change that would have mattered. */
    public Explained with(WhatIf change) {
        return new Explained(advice, explanation, change);
    }
}
