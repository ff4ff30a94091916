package retention.rules.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code accumulate}: one fact, summed up, and conditions on the sums. */
record CountedStep(Step fact, String type, List<Summed> sums, List<Conditioned> conditions, int rank, String shown)
        implements Step {

    /**
     * One sum.
     *
     * @param of the value it takes; null for a plain count
     * @param into where it is remembered
     */
    record Summed(String function, @Nullable Slot of, Slot into) {}

    @Override
    public boolean go(Frame frame, Next next) {
        boolean some = sum(frame);
        if (!some) {
            frame.furthest().note(rank, () -> Failure.of(Failure.Kind.NOTHING_SUMMED, type, "", shown));
            return false;
        }
        Found before = frame.current();
        frame.back(new Found("", ""));
        boolean reached = met(frame) && next.reached(frame);
        frame.back(before);
        return reached;
    }

    private boolean met(Frame frame) {
        for (Conditioned condition : conditions) {
            if (!condition.test().holds(frame)) {
                frame.furthest().note(condition.rank(), () -> condition.failure("", frame));
                return false;
            }
        }
        return true;
    }

    /** Remembers the sums; false when the engine would not go on, because there is none. */
    private boolean sum(Frame frame) {
        Furthest outer = frame.note(new Furthest()); // facts that are left out are no failure
        List<List<@Nullable Object>> values = new ArrayList<>();
        sums.forEach(sum -> values.add(new ArrayList<>()));
        fact.go(frame, inside -> {
            for (int i = 0; i < sums.size(); i++) {
                Slot of = sums.get(i).of();
                values.get(i).add(of == null ? "" : inside.remembered(of.at()));
            }
            return false;
        });
        frame.note(outer);
        boolean none = false;
        for (int i = 0; i < sums.size(); i++) {
            Object total = Totals.of(sums.get(i).function(), values.get(i));
            frame.remember(sums.get(i).into().at(), total);
            none |= total == null;
        }
        return !none || sums.size() > 1;
    }
}
