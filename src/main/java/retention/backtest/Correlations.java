package retention.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** An outcome that is a number. {@code numbers} are those of the customers, in their order. */
record Correlations(List<Scored> customers, List<Double> numbers) {

    static Correlations of(Outcome outcome) {
        return new Correlations(
                outcome.customers(),
                outcome.values().stream().map(Values::number).toList());
    }

    /** How each measure goes with it. */
    List<String> markdown() {
        double first = numbers.get(0);
        if (numbers.stream().allMatch(number -> number == first)) {
            return List.of("Nothing can be computed: everybody has the same number.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        var table = new Table("score", "rank correlation");
        for (Measure measure : Measure.values()) {
            table.row(measure.words, correlation(measure.of(customers)));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private String correlation(int[] scores) {
        OptionalDouble correlation = RankCorrelation.of(
                Arrays.stream(scores).asDoubleStream().toArray(),
                numbers.stream().mapToDouble(Double::doubleValue).toArray());
        return correlation.isPresent() ? Figures.three(correlation.getAsDouble()) : "none: everybody has " + scores[0];
    }
}
