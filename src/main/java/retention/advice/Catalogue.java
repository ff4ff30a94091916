package retention.advice;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every action that may be advised.
 *
 * @param actions by code
 * @param fallback what to answer when nothing qualifies
 * @param wayOut what every answer to a customer who asked to cancel holds
 */
public record Catalogue(SortedMap<String, Action> actions, Action fallback, Action wayOut) {

    /** Copies the map. */
    public Catalogue {
        actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
    }

    /** The action with this code; rule books are checked, so it exists. */
    public Action action(String code) {
        Action action = actions.get(code);
        if (action == null) {
            throw new IllegalArgumentException("no action " + code);
        }
        return action;
    }
}
