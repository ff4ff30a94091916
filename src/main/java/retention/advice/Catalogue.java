package retention.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every action that may be advised. Immutable. */
public final class Catalogue {

    private final SortedMap<String, Action> actions;
    private final Action fallback;
    private final Action wayOut;
    private final Map<String, List<String>> byTag = new TreeMap<>();

    /** {@code fallback} and {@code wayOut} are among the actions, which stand by code. */
    public Catalogue(Map<String, Action> actions, Action fallback, Action wayOut) {
        this.actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
        this.fallback = fallback;
        this.wayOut = wayOut;
        this.actions.forEach((code, action) -> action.tags()
                .forEach(tag ->
                        byTag.computeIfAbsent(tag, none -> new ArrayList<>()).add(code)));
    }

    /** All actions by code. */
    public SortedMap<String, Action> actions() {
        return actions;
    }

    /** What to answer when nothing qualifies. */
    public Action fallback() {
        return fallback;
    }

    /** What every answer to a customer who asked to cancel holds. */
    public Action wayOut() {
        return wayOut;
    }

    /** The tags that some action has. */
    public Set<String> tags() {
        return Collections.unmodifiableSet(byTag.keySet());
    }

    /** The action with this code; rule books are checked, so it exists. */
    public Action action(String code) {
        Action action = actions.get(code);
        if (action == null) {
            throw new IllegalArgumentException("no action " + code);
        }
        return action;
    }

    /** The codes that a name stands for: of all actions with that tag, or the name itself, which then is a code. */
    public List<String> named(String name) {
        List<String> tagged = byTag.get(name);
        return tagged == null ? List.of(name) : Collections.unmodifiableList(tagged);
    }
}
