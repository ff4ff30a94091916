package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import retention.advice.Sentences;
import retention.facts.Channel;

/** What is wrong with the action by which customers leave: it is never in competition, and reaches everybody at once. */
final class WayOut {

    private static final Set<Channel> WRITTEN = Set.of(Channel.EMAIL, Channel.APP, Channel.SMS);

    /** Days after which it is no longer soon. Our judgement: laws say without delay. */
    private static final int SOON = 7;

    private WayOut() {}

    /** All of it; paths begin below the action's code. */
    static List<Fault> faults(ActionText action) {
        var faults = new ArrayList<Fault>();
        if (action.group() != null) {
            faults.add(Fault.of(
                    Code.WAY_OUT,
                    "is the way out, and stands in no group: nothing takes its place (guardrail G4)",
                    "group"));
        }
        if (action.text() != null) {
            action.text().forEach((language, words) -> {
                if (words != null && !Sentences.places(words).isEmpty()) {
                    faults.add(Fault.of(
                            Code.WAY_OUT,
                            "is the way out, and no rule recommends it: nothing can fill {"
                                    + Sentences.places(words).iterator().next()
                                    + "}, and the customer would get no words at all",
                            "text",
                            language));
                }
            });
        }
        if (action.channels() != null
                && !action.channels().isEmpty()
                && action.channels().stream().noneMatch(WRITTEN::contains)) {
            faults.add(Fault.of(
                    Code.HARD_WAY_OUT,
                    "is the way out, and reaches the customer by phone or post alone: whoever leaves should neither be"
                            + " called nor wait for a letter",
                    "channels"));
        }
        if (action.dueWithinDays() != null && action.dueWithinDays() > SOON) {
            faults.add(Fault.of(
                    Code.HARD_WAY_OUT,
                    "is the way out, and may take " + action.dueWithinDays() + " days: laws say without delay",
                    "dueWithinDays"));
        }
        return faults;
    }
}
