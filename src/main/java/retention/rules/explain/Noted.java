package retention.rules.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes which conditions and parts of a rule were asked, and what came out. Not thread-safe. */
public final class Noted {

    private final Set<Object> held = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> failed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Object, List<@Nullable Object>> values = new IdentityHashMap<>();

    /** Notes an answer, and gives it back. */
    boolean note(Object asked, boolean holds) {
        (holds ? held : failed).add(asked);
        return holds;
    }

    /** Notes what was compared, remembered or asked. */
    void value(Object asked, @Nullable Object value) {
        values.computeIfAbsent(asked, none -> new ArrayList<>()).add(value);
    }

    /** What this very condition was answered with, each time that it was asked; null for what is not known. */
    public List<@Nullable Object> values(Object asked) {
        return values.getOrDefault(asked, List.of());
    }

    /** Whether this very condition or part gave this answer at least once. */
    public boolean seen(Object asked, boolean holds) {
        return (holds ? held : failed).contains(asked);
    }

    /** Forgets all. */
    public void clear() {
        held.clear();
        failed.clear();
        values.clear();
    }
}
