package retention.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.advice.ActionKind;
import retention.facts.Channel;
import retention.facts.Outcome;
import retention.policy.ContactPolicy;
import retention.policy.Counts;
import retention.policy.Needs;
import retention.policy.Pauses;

/** {@code contact-policy.yaml} as written. */
record PolicyText(
        @Nullable List<@Nullable LimitText> limits,
        ContactPolicy.@Nullable WhenUnknown whenContactsUnknown,
        @Nullable List<@Nullable SuppressionText> suppression,
        @Nullable List<@Nullable String> profiled,
        @Nullable List<@Nullable String> protectedFields,
        @Nullable List<@Nullable HoldoutText> holdouts,
        @Nullable List<@Nullable String> personalPrice,
        @Nullable Map<String, @Nullable RowText> jurisdictions) {

    record LimitText(
            @Nullable Integer atMost,
            @Nullable Integer days,
            @Nullable Channel channel,
            @Nullable String action,
            @Nullable ActionKind kind,
            @Nullable String tag,
            @Nullable Counts counts,
            @Nullable String reference) {
        static final LimitText NONE = new LimitText(null, null, null, null, null, null, null, null);
    }

    record SuppressionText(
            @Nullable Outcome after,
            @Nullable Integer times,
            @Nullable Integer withinDays,
            @Nullable Integer pauseDays,
            @Nullable Pauses pauses,
            @Nullable String reference) {
        static final SuppressionText NONE = new SuppressionText(null, null, null, null, null, null);
    }

    record HoldoutText(
            @Nullable String name,
            @Nullable Double percent,
            @Nullable String group,
            @Nullable String tag) {
        static final HoldoutText NONE = new HoldoutText(null, null, null, null);
    }

    record RowText(
            @Nullable List<@Nullable String> countries,
            @Nullable String objection,
            @Nullable ChannelsText marketing,
            @Nullable TermText profiling,
            @Nullable DisclosureText disclosure,
            @Nullable SaveOffersText saveOffers) {
        static final RowText NONE = new RowText(null, null, null, null, null, null);
    }

    record ChannelsText(
            @Nullable TermText email,
            @Nullable TermText phone,
            @Nullable TermText sms,
            @Nullable TermText app,
            @Nullable TermText post) {
        static final ChannelsText NONE = new ChannelsText(null, null, null, null, null);

        @Nullable
        TermText of(Channel channel) {
            return switch (channel) {
                case EMAIL -> email;
                case PHONE -> phone;
                case SMS -> sms;
                case APP -> app;
                case POST -> post;
            };
        }
    }

    record TermText(@Nullable Needs needs, @Nullable String reference) {}

    record DisclosureText(
            @Nullable Map<String, @Nullable String> text,
            @Nullable String reference) {}

    record SaveOffersText(
            @Nullable Integer atMost, @Nullable String reference) {}
}
