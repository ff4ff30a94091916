package retention.rules.explain;

/** A condition, ready to be asked. */
interface Test {

    /** Whether it holds for the fact that the frame looks at. */
    boolean holds(Frame frame);
}
