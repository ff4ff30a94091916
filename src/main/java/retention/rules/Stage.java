package retention.rules;

import java.util.Set;

/** The two halves of a rule book. A rule never matches what its own stage concludes. */
enum Stage {
    /** Facts to evidence and signals. */
    ASSESSMENT,
    /** Facts, signals and scores to actions. */
    STRATEGIES;

    /** What its rules may insert. */
    Set<String> concludes() {
        return this == ASSESSMENT ? Set.of("Evidence", "Signal") : Set.of("Recommend", "Withhold");
    }

    /** What its rules may ask for besides the facts. */
    Set<String> alsoReads() {
        return this == ASSESSMENT ? Set.of() : Set.of("Signal", "Trust", "Satisfaction", "SwitchingCost");
    }
}
