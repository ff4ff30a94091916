package retention.policy;

import org.jspecify.annotations.Nullable;

/**
 * A guardrail's word against an action.
 *
 * @param guardrail G1 to G7
 * @param why in plain words
 * @param reference the law or the line of the contact policy that it rests on; null when there is none
 */
record Block(String guardrail, String why, @Nullable String reference) {}
