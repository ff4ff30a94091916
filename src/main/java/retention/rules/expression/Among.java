package retention.rules.expression;

import java.util.List;
import java.util.stream.Collectors;

/** What stands behind {@code in}: literals or words in parentheses. */
public record Among(List<Expression> values, int begin) implements Expression {

    @Override
    public String toString() {
        return values.stream().map(Expression::toString).collect(Collectors.joining(", ", "( ", " )"));
    }
}
