package retention.rules.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the search for a match of one rule has come: the fact it looks at, and what was remembered. For one search. */
final class Frame {

    /** As many as a rule may look at before it is called too much to explain. */
    private static final int MOST_LOOKS = 200_000;

    private final Sources sources;
    private final @Nullable Object[] remembered;
    private final List<Found> used = new ArrayList<>();
    private Furthest furthest = new Furthest();
    private Found current = new Found("", "");
    private int looks;

    Frame(Sources sources, int size) {
        this.sources = sources;
        this.remembered = new Object[size];
    }

    Sources sources() {
        return sources;
    }

    /** The fact that questions without a name in front are asked of. */
    Found current() {
        return current;
    }

    /** Looks at a fact. */
    void look(Found fact) {
        if (++looks > MOST_LOOKS) {
            throw new CannotTell("there are too many combinations of facts");
        }
        current = fact;
    }

    /** Goes back to the fact before. */
    void back(Found fact) {
        current = fact;
    }

    void remember(int slot, @Nullable Object value) {
        remembered[slot] = value;
    }

    @Nullable
    Object remembered(int slot) {
        return remembered[slot];
    }

    /** The facts that the way to here leads through. */
    List<Found> used() {
        return used;
    }

    Furthest furthest() {
        return furthest;
    }

    /** Notes failures elsewhere from here on; gives back where they were noted before. */
    Furthest note(Furthest elsewhere) {
        Furthest before = furthest;
        furthest = elsewhere;
        return before;
    }
}
