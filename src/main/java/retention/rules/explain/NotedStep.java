package retention.rules.explain;

/** A part of a rule of which is noted whether it held in any way, each time that it is asked. */
record NotedStep(Asking asked, Step step, Noted noted) implements Step {

    @Override
    public boolean go(Frame frame, Next next) {
        boolean[] held = {false};
        boolean through = step.go(frame, behind -> {
            held[0] = true;
            return next.reached(behind);
        });
        noted.note(asked, held[0]);
        return through;
    }
}
