package retention.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.advice.ActionKind;
import retention.advice.Stop;

/**
 * Puts the actions that may be advised in order, and tells which are not worth doing: marketing that brings no more than
 * it costs (V3), or no more than leaving the customer in peace (V4). What we owe or do among ourselves is no matter of
 * price. Immutable.
 */
final class Arbitration {

    /** Service before tasks before marketing; then the greater priority; then what is worth most after its cost; then the code. */
    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate c) -> c.action().kind())
            .thenComparing(c -> c.priority().priority(), Comparator.reverseOrder())
            .thenComparing(c -> c.action().net(), Comparator.reverseOrder())
            .thenComparing(c -> c.action().code());

    private final Candidate silence;

    /** {@code silence} is to do nothing, as an action like the others. */
    Arbitration(Candidate silence) {
        this.silence = silence;
    }

    /** Best first. */
    List<Candidate> ranked(List<Candidate> candidates) {
        return candidates.size() < 2
                ? candidates
                : candidates.stream().sorted(ORDER).toList();
    }

    /** Why the action is not worth doing; null when it is. */
    @Nullable
    Fall fall(Candidate candidate) {
        if (candidate.action().kind() != ActionKind.MARKETING) {
            return null;
        }
        double expected = candidate.priority().expectedValue();
        double cost = candidate.priority().expectedCost();
        if (expected <= cost) {
            return tooCostly(expected, cost);
        }
        double own = candidate.priority().priority();
        double peace = silence.priority().priority();
        return own <= peace ? worseThanNothing(own, peace) : null;
    }

    private static Fall tooCostly(double expected, double cost) {
        Map<String, Object> figures = Map.of("expectedValue", expected, "cost", cost);
        String why = "an expected value of {expectedValue} does not exceed the cost of {cost}";
        return new Fall(Stop.TOO_COSTLY, null, null, List.of(Fall.reason("V3", why, figures)), List.of());
    }

    private Fall worseThanNothing(double own, double peace) {
        Map<String, Object> figures = Map.of("priority", own, "peace", peace);
        String why = "a priority of {priority} does not exceed {peace}, that of leaving the customer in peace";
        List<String> winners = List.of(silence.action().code());
        return new Fall(Stop.OUTRANKED, null, null, List.of(Fall.reason("V4", why, figures)), winners)
                .because(silence.reasons());
    }
}
