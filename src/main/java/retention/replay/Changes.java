package retention.replay;

import java.util.List;

/**
 * What is another between two outcomes.
 *
 * @param appeared codes of actions that are advised now alone
 * @param vanished codes of actions that were advised then alone
 * @param then all that was advised, in order
 * @param now all that is advised, in order
 * @param fates what became of an action, where that is another now
 */
public record Changes(
        List<String> appeared, List<String> vanished, List<String> then, List<String> now, List<Fate> fates) {

    /** What became of one action, in words. */
    public record Fate(String action, String then, String now) {}

    /** Whether nothing changed. */
    public boolean none() {
        return then.equals(now) && fates.isEmpty();
    }
}
