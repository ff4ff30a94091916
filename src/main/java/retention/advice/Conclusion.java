package retention.advice;

/** What a rule may insert. The engine stamps it with the rule that said it; rules sign nothing. */
public sealed interface Conclusion permits Evidence, Signal, Recommend, Withhold {

    /** The rule's sentence, in which <code>{name}</code> stands for the value that the rule bound as {@code $name}. */
    String because();
}
