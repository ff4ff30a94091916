package retention.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.advice.AdvisedAction;
import retention.advice.Receipt;
import retention.advice.Stop;

/** Counts what was advised and why not. Thread-safe; on the advice path, so it takes no lock and builds no text. */
final class AdviceCounts {

    /** For actions that no strategy has: the way out and the fallback. */
    static final String NO_STRATEGY = "none";

    final Tally outcomes = new Tally();
    final Map<String, Tally> actionsByStrategy = new ConcurrentHashMap<>();
    final Tally blockedByGuardrail = new Tally();
    final Tally withheldByAction = new Tally();
    final Tally beatenByReason = new Tally();
    final Tally firedByRule = new Tally();
    final Tally heldOut = new Tally();

    private final BiConsumer<String, String> blocked = this::block;
    private final BiConsumer<String, List<String>> withheld = this::withhold;
    private final BiConsumer<String, Stop> beaten = this::beat;

    AdviceCounts() {
        List.of("actions", "fallback", "nothing").forEach(outcome -> outcomes.add(outcome, 0));
        beatenByReason.add(Stop.OUTRANKED.name(), 0);
        beatenByReason.add(Stop.TOO_COSTLY.name(), 0);
    }

    void add(Advice advice) {
        actions(advice.actions());
        action(advice.wayOut());
        action(advice.fallback());
        outcomes.add(outcome(advice));
        Receipt receipt = advice.receipt();
        receipt.blocked().forEach(blocked);
        receipt.withheld().forEach(withheld);
        receipt.beaten().forEach(beaten);
        all(firedByRule, receipt.fired());
        all(heldOut, receipt.holdouts());
    }

    private static String outcome(Advice advice) {
        if (!advice.actions().isEmpty() || advice.wayOut() != null) {
            return "actions";
        }
        return advice.fallback() != null ? "fallback" : "nothing";
    }

    private void actions(List<AdvisedAction> actions) {
        for (int i = 0; i < actions.size(); i++) {
            action(actions.get(i));
        }
    }

    private void action(@Nullable AdvisedAction action) {
        if (action == null) {
            return;
        }
        String strategy = action.strategy() == null ? NO_STRATEGY : action.strategy();
        Tally tally = actionsByStrategy.get(strategy);
        if (tally == null) {
            tally = actionsByStrategy.computeIfAbsent(strategy, first -> new Tally());
        }
        tally.add(action.code());
    }

    private void block(String action, String guardrail) {
        blockedByGuardrail.add(guardrail);
    }

    private void withhold(String action, List<String> rules) {
        withheldByAction.add(action);
    }

    private void beat(String action, Stop stop) {
        beatenByReason.add(stop.name());
    }

    private static void all(Tally tally, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            tally.add(codes.get(i));
        }
    }
}
