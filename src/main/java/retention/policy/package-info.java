/** What happens around the rules, in plain Java, so that no rule can switch it off: scores, guardrails, order. */
@NullMarked
package retention.policy;

import org.jspecify.annotations.NullMarked;
