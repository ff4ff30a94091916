package retention.rules.explain;

import java.util.List;

/**
 * {@code not}: that there is no such fact.
 *
 * @param shown the fact as it stands in the rule
 */
record NoneStep(Step part, String type, int rank, String shown) implements Step {

    @Override
    public boolean go(Frame frame, Next next) {
        Furthest outer = frame.note(new Furthest()); // what fails in here is as it should be
        Found before = frame.current();
        String[] path = {null};
        boolean found = part.go(frame, inside -> {
            path[0] = inside.current().path();
            return true;
        });
        frame.note(outer);
        frame.back(before);
        if (!found) {
            return next.reached(frame);
        }
        String at = String.valueOf(path[0]);
        frame.furthest()
                .note(rank, () -> new Failure(Failure.Kind.THERE_IS_ONE, type, at, shown, List.of(), List.of()));
        return false;
    }
}
