package retention.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.facts.Channel;

/** Takes actions, best first, as far as they go together: what was taken decides what may still be. For one advice. */
final class Selection {

    private static final String FIRST = "{winners} goes before";

    private final Guardrails guardrails;
    private final Weighing weighing;
    private final Map<String, String> groups = new HashMap<>();
    private final Map<Channel, String> channels = new EnumMap<>(Channel.class);
    private final Map<ActionKind, List<String>> kinds = new EnumMap<>(ActionKind.class);
    private @Nullable String keeping;

    Selection(Guardrails guardrails, Weighing weighing) {
        this.guardrails = guardrails;
        this.weighing = weighing;
    }

    /** Takes the action; or tells what is against it. */
    @Nullable
    Fall take(Action action) {
        Fall fall = fall(action);
        if (fall == null) {
            note(action);
        }
        return fall;
    }

    private @Nullable Fall fall(Action action) {
        if (keeping != null && guardrails.keeping(action)) {
            return Fall.of(guardrails.enough(), List.of(keeping));
        }
        String first = action.group() == null ? null : groups.get(action.group());
        if (first != null) {
            String why = "an advice holds one action of the group " + action.group() + ": " + first + " goes before";
            return Fall.of(new Block("G3", why, "the catalogue: group " + action.group()), List.of(first));
        }
        Block full = guardrails.block(action); // what was taken counts against contact limits
        if (full != null) {
            return Fall.of(full, List.of());
        }
        String there = weighing.onePerChannel().contains(action.kind()) ? onChannel(action) : null;
        if (there != null) {
            return Fall.behind("onePerChannel", "a channel carries one such message: " + FIRST, List.of(there));
        }
        List<String> taken = kinds.getOrDefault(action.kind(), List.of());
        return taken.size() < weighing.mostOf(action.kind()) ? null : tooMany(action.kind(), taken);
    }

    private static Fall tooMany(ActionKind kind, List<String> taken) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String why = "an advice holds " + taken.size() + " of kind " + name;
        return Fall.behind("most", taken.isEmpty() ? why : why + ": " + FIRST, List.copyOf(taken));
    }

    private @Nullable String onChannel(Action action) {
        Channel channel = guardrails.channel(action);
        return channel == null ? null : channels.get(channel);
    }

    private void note(Action action) {
        if (guardrails.keeping(action)) {
            keeping = action.code();
        }
        if (action.group() != null) {
            groups.put(action.group(), action.code());
        }
        Channel channel = guardrails.channel(action);
        if (channel != null && weighing.onePerChannel().contains(action.kind())) {
            channels.put(channel, action.code());
        }
        kinds.computeIfAbsent(action.kind(), none -> new ArrayList<>()).add(action.code());
    }
}
