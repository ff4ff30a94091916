package retention.policy;

import retention.facts.Outcome;

/**
 * A pause after an outcome that repeats itself.
 *
 * @param times how often within {@code withinDays}, which are counted as those of a {@link Limit}
 * @param pauseDays how many days the pause lasts, the day of the last such contact being the first
 * @param reference where it stands
 */
public record Suppression(Outcome after, int times, int withinDays, int pauseDays, Pauses pauses, String reference) {}
