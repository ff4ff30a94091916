package retention.rules.explain;

import java.util.ArrayList;
import java.util.List;

/** {@code or}: one of several parts. When none holds, why each failed is told. */
record AnyStep(List<Step> parts, int rank) implements Step {

    @Override
    public boolean go(Frame frame, Next next) {
        var outer = frame.furthest();
        var failures = new ArrayList<Failure>();
        boolean[] one = {false};
        for (Step part : parts) {
            var inner = new Furthest();
            frame.note(inner);
            boolean through = part.go(frame, behind -> {
                one[0] = true;
                return outside(behind, outer, inner, next);
            });
            frame.note(outer);
            if (through) {
                return true;
            }
            Failure failure = inner.failure();
            if (failure != null) {
                failures.add(failure);
            }
        }
        if (!one[0]) {
            outer.note(rank, () -> new Failure(Failure.Kind.NEITHER, "", "", "", List.of(), List.copyOf(failures)));
        }
        return false;
    }

    /** What fails behind it is not the part's fault. */
    private static boolean outside(Frame frame, Furthest outer, Furthest inner, Next next) {
        frame.note(outer);
        try {
            return next.reached(frame);
        } finally {
            frame.note(inner);
        }
    }
}
