package retention.policy;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;

/** Takes actions, best first, as far as they go together: what was taken decides what may still be. For one advice. */
final class Selection {

    private final Guardrails guardrails;
    private final Set<String> groups = new HashSet<>();
    private boolean keeping;

    Selection(Guardrails guardrails) {
        this.guardrails = guardrails;
    }

    /** Takes the action; or tells what is against it. */
    @Nullable
    Block take(Action action) {
        boolean keeps = guardrails.keeping(action);
        if (keeps && keeping) {
            return CancelEpisode.ENOUGH;
        }
        if (action.group() != null && !groups.add(action.group())) {
            return new Block("G3", "an advice holds one action of the group " + action.group(), null);
        }
        keeping |= keeps;
        return null;
    }
}
