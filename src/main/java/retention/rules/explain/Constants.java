package retention.rules.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;

/** The fixed values that some rules compare with, and the windows they look through. */
public record Constants(SortedSet<BigDecimal> numbers, SortedSet<String> texts) {

    /** Days further away than a hundred years mean nothing. */
    private static final int FARTHEST = 36_500;

    /** All that stand in these rules. */
    public static Constants of(List<List<Asking>> rules) {
        var constants = new Constants(new TreeSet<>(), new TreeSet<>());
        rules.forEach(when -> Chains.conditions(when).forEach(constants::collect));
        return constants;
    }

    /** Whole distances on and beside each number, and none. */
    public SortedSet<Integer> distances() {
        var distances = new TreeSet<>(List.of(0, 1));
        for (BigDecimal number : numbers) {
            int days = number.abs().min(BigDecimal.valueOf(FARTHEST)).intValue();
            distances.addAll(List.of(Math.max(0, days - 1), days, days + 1));
        }
        return distances;
    }

    private void collect(Expression condition) {
        Shown.literals(condition).forEach(this::add);
    }

    private void add(Literal literal) {
        if (literal.number()) {
            numbers.add(literal.amount());
        } else if (literal.kind() == Literal.Kind.TEXT) {
            texts.add(literal.text());
        }
    }
}
