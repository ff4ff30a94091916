package retention.rules.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each fact of a type that meets the conditions.
 *
 * @param slot where the whole fact is remembered; null when it is not
 * @param rank how far into the rule it stands
 * @param shown as it stands in the rule
 */
record FactStep(String type, @Nullable Slot slot, int rank, List<Conditioned> conditions, String shown)
        implements Step {

    private static final String SIGNAL = "Signal";

    @Override
    public boolean go(Frame frame, Next next) {
        Sources.Listed listed = frame.sources().of(type);
        Found before = frame.current();
        boolean signal = type.equals(SIGNAL);
        if (listed.facts().isEmpty() && !signal) {
            frame.furthest().note(rank, () -> none(listed));
        }
        boolean met = false;
        for (Found fact : listed.facts()) {
            frame.look(fact);
            if (slot != null) {
                frame.remember(slot.at(), fact.fact());
            }
            if (holds(frame, signal)) {
                met = true;
                if (through(fact, frame, next)) {
                    return true;
                }
            }
        }
        if (signal && !met) {
            frame.furthest().note(rank, () -> Failure.of(Failure.Kind.NO_SIGNAL, type, "", shown));
        }
        frame.back(before);
        return false;
    }

    private boolean holds(Frame frame, boolean silent) {
        for (Conditioned condition : conditions) {
            if (!condition.test().holds(frame)) {
                if (!silent) {
                    frame.furthest().note(condition.rank(), () -> condition.failure(type, frame));
                }
                return false;
            }
        }
        return true;
    }

    private static boolean through(Found fact, Frame frame, Next next) {
        frame.used().add(fact);
        try {
            return next.reached(frame);
        } finally {
            frame.used().remove(frame.used().size() - 1);
        }
    }

    private Failure none(Sources.Listed listed) {
        List<Failure.Seen> seen =
                List.of(new Failure.Seen(listed.path().isEmpty() ? type : listed.path(), listed.known() ? 0 : null));
        return new Failure(Failure.Kind.NO_FACT, type, listed.path(), shown, seen, List.of());
    }
}
