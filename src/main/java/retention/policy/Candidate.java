package retention.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.AdvisedAction;
import retention.advice.Priority;
import retention.advice.Reason;
import retention.advice.Sentences;
import retention.facts.Channel;

/** An action that rules speak for, with all their reasons: one action appears once. */
record Candidate(Action action, @Nullable String strategy, List<Reason> reasons, Priority priority) {

    /** As it is advised; {@code beat} are the actions whose place it took. */
    AdvisedAction on(@Nullable Channel channel, LocalDate day, Collection<String> beat) {
        return advised(action, strategy, channel, day, reasons, priority, List.copyOf(beat));
    }

    /** The way out, which nothing has to rank. */
    static AdvisedAction wayOut(Action action, @Nullable Channel channel, LocalDate day) {
        return advised(action, null, channel, day, List.of(), null, List.of());
    }

    private static AdvisedAction advised(
            Action action,
            @Nullable String strategy,
            @Nullable Channel channel,
            LocalDate day,
            List<Reason> reasons,
            @Nullable Priority priority,
            List<String> beat) {
        return new AdvisedAction(
                action.code(),
                action.title(),
                strategy,
                action.kind(),
                action.owner(),
                channel,
                day.plusDays(action.dueWithinDays()),
                action.value(),
                action.valueBasis(),
                action.cost(),
                action.agentMaySpend(),
                priority,
                beat,
                text(action, reasons),
                reasons.size() < 2 ? reasons : reasons.stream().distinct().toList());
    }

    /** Filled from one reason alone, so that values never mix; no text at all when none can fill every place. */
    private static SortedMap<String, String> text(Action action, List<Reason> reasons) {
        var filled = new TreeMap<String, String>();
        action.text().forEach((language, words) -> {
            Set<String> places = Sentences.places(words);
            if (places.isEmpty()) {
                filled.put(language, words);
                return;
            }
            Reason whole = whole(reasons, places);
            if (whole != null) {
                filled.put(language, Sentences.fillFor(language, words, whole.values()));
            }
        });
        return filled;
    }

    /** The first that fills every place; null when there is none. */
    private static @Nullable Reason whole(List<Reason> reasons, Set<String> places) {
        for (Reason reason : reasons) {
            if (reason.values().keySet().containsAll(places)) {
                return reason;
            }
        }
        return null;
    }
}
