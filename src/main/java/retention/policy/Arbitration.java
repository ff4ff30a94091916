package retention.policy;

import java.util.Comparator;
import java.util.List;

/** Puts the actions that may be advised in order. Immutable. */
final class Arbitration {

    /** Service before tasks before marketing; then what is worth most after its cost; then the code. */
    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate c) -> c.action().kind())
            .thenComparing(c -> c.action().net(), Comparator.reverseOrder())
            .thenComparing(c -> c.action().code());

    /** Best first. */
    List<Candidate> ranked(List<Candidate> candidates) {
        return candidates.stream().sorted(ORDER).toList();
    }
}
