package retention.rules.explain;

/** A part that is gone through as a whole before it is asked: what comes behind may end at the first way that is found. */
record WholeStep(Step step) implements Step {

    @Override
    public boolean go(Frame frame, Next next) {
        Found before = frame.current();
        step.go(frame, behind -> false);
        frame.back(before);
        return step.go(frame, next);
    }
}
