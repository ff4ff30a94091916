package retention.rules.expression;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One question of a chain, such as {@code late(3)}.
 *
 * @param ofMaybeNone whether {@code !.} stands before it: what it is asked of may be missing
 * @param at offset of its name
 */
public record Step(String name, List<Expression> arguments, boolean ofMaybeNone, int at) {

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? name
                : arguments.stream().map(Expression::toString).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
