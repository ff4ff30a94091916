package retention.rules.explain;

import java.util.List;

/** Several parts, one after the other. */
record AllStep(List<Step> parts) implements Step {

    @Override
    public boolean go(Frame frame, Next next) {
        return from(0, frame, next);
    }

    private boolean from(int part, Frame frame, Next next) {
        return part == parts.size()
                ? next.reached(frame)
                : parts.get(part).go(frame, behind -> from(part + 1, behind, next));
    }
}
