package retention.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** An outcome that customers had or not. {@code had} holds the indices of those who had it. */
record YesOrNo(List<Scored> customers, BitSet had) {

    static YesOrNo of(Outcome outcome) {
        var had = new BitSet();
        for (int i = 0; i < outcome.values().size(); i++) {
            had.set(i, Values.truth(outcome.values().get(i)));
        }
        return new YesOrNo(outcome.customers(), had);
    }

    /** How well each measure ranks those who had it before those who had not, and the tenths by risk. */
    List<String> markdown() {
        int with = had.cardinality();
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(with) + " of them had it (" + Figures.percent(base()) + ").");
        lines.add("");
        if (with == 0 || with == customers.size()) {
            lines.add("Nothing can be computed: " + (with == 0 ? "nobody" : "everybody")
                    + " had it, and ranking needs both.");
            return lines;
        }
        lines.addAll(areas());
        lines.add("");
        lines.addAll(tenths());
        return lines;
    }

    private List<String> areas() {
        var table = new Table("score", "AUC", "95 % interval");
        for (Measure measure : Measure.values()) {
            Auc auc = Auc.of(measure.towardsLeaving(customers), had);
            table.row(measure.warning, Figures.three(auc.area()), interval(measure, auc));
        }
        return table.lines();
    }

    private String interval(Measure measure, Auc auc) {
        int[] values = measure.of(customers);
        return Arrays.stream(values).distinct().count() == 1
                ? "everybody has " + values[0]
                : Figures.three(auc.low()) + " to " + Figures.three(auc.high());
    }

    private List<String> tenths() {
        var table = new Table("tenth", "risk of leaving", "customers", "share who had it", "lift");
        List<Tenth> tenths = Tenth.of(Measure.RISK_OF_LEAVING.of(customers), had);
        for (int i = 0; i < tenths.size(); i++) {
            Tenth tenth = tenths.get(i);
            table.row(
                    String.valueOf(i + 1),
                    tenth.highest() == tenth.lowest() ? "" + tenth.lowest() : tenth.lowest() + "-" + tenth.highest(),
                    Figures.count(tenth.customers()),
                    Figures.percent(tenth.share()),
                    Figures.two(tenth.share() / base()));
        }
        return table.lines();
    }

    private double base() {
        return (double) had.cardinality() / customers.size();
    }
}
