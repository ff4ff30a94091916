package retention.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An outcome that is a text: the customers by their text, in the order in which the query first names the texts. */
record Groups(String name, Map<String, List<Scored>> customers) {

    static Groups of(Outcome outcome) {
        var customers = new LinkedHashMap<String, List<Scored>>();
        outcome.all().forEach(text -> customers.put(text, new ArrayList<>()));
        for (int i = 0; i < outcome.values().size(); i++) {
            customers
                    .computeIfAbsent(outcome.values().get(i), text -> new ArrayList<>())
                    .add(outcome.customers().get(i));
        }
        return new Groups(outcome.name(), customers);
    }

    /** The mean of each measure in each group. */
    List<String> markdown() {
        var table =
                new Table(row(name, "customers", Arrays.stream(Measure.values()).map(measure -> measure.words)));
        customers.forEach((text, group) -> table.row(row(
                text,
                Figures.count(group.size()),
                Arrays.stream(Measure.values())
                        .map(measure -> group.isEmpty() ? "" : Figures.mean(measure.of(group))))));
        return Stream.concat(Stream.of("Means of their scores:", ""), table.lines().stream())
                .toList();
    }

    private static String[] row(String group, String customers, Stream<String> rest) {
        return Stream.concat(Stream.of(group, customers), rest).toArray(String[]::new);
    }
}
