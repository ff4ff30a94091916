package retention.policy;

import java.util.HashSet;
import java.util.Set;

/**
 * Hears which lines of the contact policy were asked, and whether they stood against something. A line is named by its keys with
 * slashes between them, such as {@code jurisdictions/EU/marketing/email}, and one of a list by its number from 0. Not thread-safe.
 */
public final class Heard {

    private final Set<String> against = new HashSet<>();
    private final Set<String> through = new HashSet<>();

    /** Notes what came of a line. */
    void note(boolean stood, String... keys) {
        (stood ? against : through).add(String.join("/", keys));
    }

    /** Whether the line stood against something at least once; or let something through. */
    public boolean heard(String line, boolean stood) {
        return (stood ? against : through).contains(line);
    }

    /** Forgets all. */
    public void clear() {
        against.clear();
        through.clear();
    }
}
