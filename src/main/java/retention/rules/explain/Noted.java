package retention.rules.explain;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Notes which conditions and parts of a rule were asked, and what came out. Not thread-safe. */
public final class Noted {

    private final Set<Object> held = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> failed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Notes an answer, and gives it back. */
    boolean note(Object asked, boolean holds) {
        (holds ? held : failed).add(asked);
        return holds;
    }

    /** Whether this very condition or part gave this answer at least once. */
    public boolean seen(Object asked, boolean holds) {
        return (holds ? held : failed).contains(asked);
    }

    /** Forgets all. */
    public void clear() {
        held.clear();
        failed.clear();
    }
}
