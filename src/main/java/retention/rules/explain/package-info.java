/** Why a rule speaks for a customer, or why not: its conditions, asked again one by one. Knows no rule engine. */
@NullMarked
package retention.rules.explain;

import org.jspecify.annotations.NullMarked;
