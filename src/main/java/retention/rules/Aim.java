package retention.rules;

/** Something of a rule, or of the contact policy, that a case can show. */
public sealed interface Aim permits Side, Spot {

    /** The rule; the guardrail or the step of an advice for what is no rule. */
    String owner();

    /** The file as messages name it. */
    String file();

    /** The place as messages tell it, with line and column. */
    String place();

    /** From 1. */
    int line();

    /** From 1. */
    int column();

    /** How far off a case may be and still show it. */
    double reach();

    /** What a case does that shows it, as the name of one. */
    String sentence();
}
