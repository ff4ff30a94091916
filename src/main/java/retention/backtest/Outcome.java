package retention.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * One outcome and the scores of the customers of whom it is known.
 *
 * @param all different values, of customers or not, in the order in which the query first names them
 * @param values of the customers, in their order
 */
record Outcome(String name, List<String> all, List<Scored> customers, List<String> values) {

    /** More different texts are not groups but something else, such as numbers with a slip of the pen. */
    private static final int MOST_GROUPS = 50;

    /** One column; {@code rows} are those of {@code customers}. */
    static Outcome of(Outcomes outcomes, int column, List<Scored> customers, List<Outcomes.Row> rows) {
        List<Scored> known = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            String value = rows.get(i).values().get(column);
            if (value != null) {
                known.add(customers.get(i));
                values.add(value);
            }
        }
        return new Outcome(outcomes.names().get(column), outcomes.values(column), known, values);
    }

    /** What can be said of it, in Markdown: which tables depends on what its values are. */
    List<String> markdown() {
        if (customers.isEmpty()) {
            return List.of("Nothing can be computed: it is known of no customer.");
        }
        if (all.stream().allMatch(Values::isTruth)) {
            return YesOrNo.of(this).markdown();
        }
        if (all.stream().allMatch(Values::isNumber)) {
            return Correlations.of(this).markdown();
        }
        return all.size() > MOST_GROUPS
                ? List.of("Nothing can be computed: these are " + Figures.count(all.size())
                        + " different texts, and more than " + MOST_GROUPS + " are not compared as groups.")
                : Groups.of(this).markdown();
    }
}
