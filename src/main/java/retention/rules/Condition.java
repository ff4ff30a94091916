package retention.rules;

import retention.rules.expression.Expression;

/**
 * One condition of a rule as it was read.
 *
 * @param offset where in the file it begins
 */
record Condition(Expression tree, int offset) {}
