package retention.rules.explain;

import java.util.ArrayList;
import java.util.List;

/** {@code exists}: that there is at least one way in which the part holds. */
record SomeStep(Step part) implements Step {

    @Override
    public boolean go(Frame frame, Next next) {
        Found before = frame.current();
        int known = frame.used().size();
        List<Found> inside = new ArrayList<>();
        boolean found = part.go(frame, reached -> {
            inside.addAll(reached.used().subList(known, reached.used().size()));
            return true;
        });
        frame.back(before);
        if (!found) {
            return false;
        }
        frame.used().addAll(inside);
        try {
            return next.reached(frame);
        } finally {
            frame.used().subList(known, frame.used().size()).clear();
        }
    }
}
