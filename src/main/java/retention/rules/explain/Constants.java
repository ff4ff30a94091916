package retention.rules.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;

/** The fixed values that some rules compare with, and the windows they look through. */
public record Constants(SortedSet<BigDecimal> numbers, SortedSet<String> texts) {

    /** Days further away than a hundred years mean nothing. */
    private static final int FARTHEST = 36_500;

    /** No value at all. */
    public static Constants none() {
        return new Constants(new TreeSet<>(), new TreeSet<>());
    }

    /** These and others. */
    public Constants and(Constants others) {
        var all = none();
        all.numbers.addAll(numbers);
        all.numbers.addAll(others.numbers);
        all.texts.addAll(texts);
        all.texts.addAll(others.texts);
        return all;
    }

    /** All that stand in these rules. */
    public static Constants of(List<List<Asking>> rules) {
        var constants = none();
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

    /** Takes a number or a text along; there is nothing else that rules compare with as it stands. */
    void take(@Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            numbers.add(new BigDecimal(number.toString()));
        } else if (value instanceof String text) {
            texts.add(text);
        }
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
