package retention.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How well the scores rank what really happened afterwards: the customers who were decided, and what became of them. */
public final class Backtest {

    private final Outcomes outcomes;
    private final int decided;
    private final List<Scored> customers = new ArrayList<>();
    private final List<Outcomes.Row> rows = new ArrayList<>();

    /** Joins both; each customer may be there once. */
    public Backtest(List<Scored> decided, Outcomes outcomes) {
        this.outcomes = outcomes;
        this.decided = decided.size();
        Map<String, Outcomes.Row> byCustomer = outcomes.byCustomer();
        for (Scored customer : decided) {
            Outcomes.Row row = byCustomer.get(customer.customer());
            if (row != null) {
                customers.add(customer);
                rows.add(row);
            }
        }
    }

    /** The report in Markdown; the same whatever the order of the customers. */
    public List<String> markdown() {
        var lines = new ArrayList<String>();
        lines.add(Figures.count(decided) + " customers decided; " + Figures.count(decided - customers.size())
                + " of them have no row of outcomes, and "
                + Figures.count(outcomes.rows().size() - rows.size()) + " rows of outcomes have no customer.");
        for (int i = 0; i < outcomes.names().size(); i++) {
            Outcome outcome = Outcome.of(outcomes, i, customers, rows);
            int notKnown = customers.size() - outcome.customers().size();
            lines.add("");
            lines.add("#### " + Table.text(outcome.name()));
            lines.add("");
            lines.add(Figures.count(outcome.customers().size()) + " customers"
                    + (notKnown == 0
                            ? "."
                            : "; " + Figures.count(notKnown) + " more, of whom it is not known, are left out."));
            lines.addAll(outcome.markdown());
        }
        return lines;
    }
}
