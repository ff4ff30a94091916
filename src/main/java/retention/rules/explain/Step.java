package retention.rules.explain;

/** A part of a rule, ready to be asked; what comes behind it is asked for each way in which it holds. */
interface Step {

    /** Whether it holds in some way for which all behind it holds, too. */
    boolean go(Frame frame, Next next);

    /** What comes behind a part. */
    interface Next {

        /** Whether the rest holds. */
        boolean reached(Frame frame);
    }
}
