/** The language of conditions: what may stand in the parentheses of a fact, read into a tree. Knows no rule engine. */
@NullMarked
package retention.rules.expression;

import org.jspecify.annotations.NullMarked;
