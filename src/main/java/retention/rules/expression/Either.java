package retention.rules.expression;

import java.util.List;
import java.util.stream.Collectors;

/** Conditions with {@code ||} between them: one must hold. */
public record Either(List<Expression> parts, int begin) implements Expression {

    @Override
    public String toString() {
        return parts.stream().map(Expression::toString).collect(Collectors.joining(" || ", "( ", " )"));
    }
}
