package retention.rules.explain;

import org.jspecify.annotations.Nullable;
import retention.rules.expression.Expression;

/**
 * Something that a rule remembers.
 *
 * @param at its place in the frame
 * @param type of the value, or of the fact
 * @param owner number of the fact whose conditions remember it
 * @param stands the question it stands for; null for a whole fact and for a sum
 */
record Slot(int at, Type type, int owner, @Nullable Expression stands) {}
