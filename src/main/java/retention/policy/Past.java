package retention.policy;

import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.facts.Channel;
import retention.facts.ContactState;
import retention.facts.Outcome;

/**
 * A contact as limits see it: none that is known to be service or a task for our own people.
 *
 * @param code of the action; null when nobody said
 * @param action null when the catalogue has no such code
 * @param channel null when nobody said
 * @param age days before the day of the decision, negative when it is dated ahead; null when nobody said
 */
record Past(
        @Nullable String code,
        @Nullable Action action,
        @Nullable Channel channel,
        @Nullable Integer age,
        @Nullable ContactState state,
        @Nullable Outcome outcome) {

    /** An action that this advice holds already. */
    static Past advised(Action action, @Nullable Channel channel) {
        return new Past(action.code(), action, channel, 0, null, null);
    }

    /** Whether a limit counts it: what is not known counts. */
    boolean counts(Limit limit) {
        return counts(limit.counts())
                && (age == null || age < limit.days())
                && (limit.channel() == null || by(limit.channel()))
                && (limit.action() == null || may(limit.action()))
                && (limit.tag() == null || action == null || action.tags().contains(limit.tag()));
    }

    /** Whether it went by this channel, as far as is known. */
    boolean by(Channel one) {
        return channel == null || channel == one;
    }

    /** Whether it was this action, as far as is known. */
    boolean may(String wanted) {
        return code == null
                || (action == null
                        ? code.strip().equalsIgnoreCase(wanted)
                        : action.code().equals(wanted));
    }

    private boolean counts(Counts what) {
        return switch (what) {
            case ADVISED -> true;
            case SENT -> state != ContactState.ADVISED || outcome != null;
            case ACCEPTED -> outcome == Outcome.ACCEPTED;
        };
    }
}
