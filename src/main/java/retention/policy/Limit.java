package retention.policy;

import org.jspecify.annotations.Nullable;
import retention.facts.Channel;

/**
 * At most so many marketing contacts within so many days.
 *
 * @param atMost 0 means none at all
 * @param days a contact of day d counts when fewer than this many days lie between d and the day of the decision: 1 is
 *     that day alone; a contact dated ahead counts, too
 * @param channel of this channel only; null for every channel together
 * @param action of this action only; null for every action together
 * @param tag of the actions with this tag only; null for every action together
 * @param reference where it stands, and the law if it rests on one
 */
public record Limit(
        int atMost,
        int days,
        @Nullable Channel channel,
        @Nullable String action,
        @Nullable String tag,
        Counts counts,
        String reference) {}
