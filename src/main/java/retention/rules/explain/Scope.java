package retention.rules.explain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Expression;

/** What a rule remembers at some place in it, while it is made ready. Not thread-safe. */
final class Scope {

    /** Counts what is handed out for one whole rule. */
    private static final class Count {
        private final @Nullable Noted noted;
        private int slots;
        private int ranks;
        private int facts;

        private Count(@Nullable Noted noted) {
            this.noted = noted;
        }
    }

    private final Count count;
    private final Map<String, Slot> slots;

    private Scope(Count count, Map<String, Slot> slots) {
        this.count = count;
        this.slots = slots;
    }

    /** At the beginning of a rule; what it is asked is noted when there is somebody who notes. */
    static Scope empty(@Nullable Noted noted) {
        return new Scope(new Count(noted), new HashMap<>());
    }

    /** Inside {@code not}, {@code exists}, {@code or} and {@code accumulate}: what is remembered there is not seen outside. */
    Scope inner() {
        return new Scope(count, new HashMap<>(slots));
    }

    /** Hands out a place for a remembered value or fact. */
    Slot remember(String name, Type type, int owner, @Nullable Expression stands) {
        var slot = new Slot(count.slots++, type, owner, stands);
        slots.put(name, slot);
        return slot;
    }

    /** What a name stands for; null when nothing. */
    @Nullable
    Slot slot(String name) {
        return slots.get(name);
    }

    /** How far into the rule the next condition stands. */
    int rank() {
        return count.ranks++;
    }

    /** The number of the next fact. */
    int fact() {
        return count.facts++;
    }

    /** Who notes what is asked; null when nobody does. */
    @Nullable
    Noted noted() {
        return count.noted;
    }

    /** How many places a frame needs. */
    int size() {
        return count.slots;
    }
}
