package retention.rules.mutation;

import java.util.List;
import retention.rules.expression.Comparison;
import retention.rules.expression.Literal;
import retention.rules.expression.Operator;

/** What a comparison can be mistaken for. */
final class Operators {

    private Operators() {}

    /** Those that should load: they hold for no value that is missing, as the one that is written. */
    static List<Operator> near(Comparison comparison) {
        boolean number = comparison.right() instanceof Literal literal && literal.number();
        return switch (comparison.operator()) {
            case AT_LEAST -> List.of(Operator.MORE, Operator.EQUAL, Operator.LESS);
            case MORE -> List.of(Operator.AT_LEAST, Operator.AT_MOST);
            case AT_MOST -> List.of(Operator.LESS, Operator.EQUAL, Operator.MORE);
            case LESS -> List.of(Operator.AT_MOST, Operator.AT_LEAST);
            case EQUAL -> number ? List.of(Operator.AT_LEAST, Operator.AT_MOST) : List.of();
            case STARTS_WITH -> List.of(Operator.ENDS_WITH);
            case ENDS_WITH -> List.of(Operator.STARTS_WITH);
            default -> List.of();
        };
    }

    /** The opposite, which a missing value may pass; null when there is none. */
    static String opposite(Operator operator) {
        return switch (operator) {
            case EQUAL, AT_LEAST, AT_MOST, MORE, LESS -> "!=";
            case UNEQUAL -> "==";
            case IN, MATCHES, CONTAINS -> "not " + operator.written();
            default -> "";
        };
    }
}
