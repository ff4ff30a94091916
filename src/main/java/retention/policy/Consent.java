package retention.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.facts.Channel;
import retention.facts.Customer;
import retention.facts.Purpose;

/**
 * Guardrail G1, for one customer: which channels an action may take. Marketing needs what the law says for the channel, a
 * consent where it is not known, and an objection is absolute everywhere. Service needs no consent; it keeps off channels
 * the customer took back, if it can.
 */
final class Consent {

    static final String GUARDRAIL = "G1";

    private final Customer customer;
    private final Jurisdiction law;
    private final @Nullable Heard heard;

    /** Mostly nobody hears what the law says. */
    Consent(Customer customer, Jurisdiction law, @Nullable Heard heard) {
        this.customer = customer;
        this.law = law;
        this.heard = heard;
    }

    /** Whether marketing may take the channel. */
    boolean opens(Channel channel) {
        return !objects() && allows(channel);
    }

    private boolean allows(Channel channel) {
        boolean allowed = law.marketing(channel).needs() == Needs.CONSENT
                ? customer.consents().allow(channel, Purpose.MARKETING)
                : !customer.consents().refuse(channel, Purpose.MARKETING);
        if (heard != null) {
            heard.note(!allowed, "jurisdictions", law.name(), "marketing", channel.name());
        }
        return allowed;
    }

    /** What is against a marketing action on all of its channels; null when one is open. */
    @Nullable
    Block against(Action action) {
        if (objects()) {
            return new Block(GUARDRAIL, "the customer objects to marketing", law.objection());
        }
        for (Channel channel : action.channels()) {
            if (opens(channel)) {
                return null;
            }
        }
        return new Block(GUARDRAIL, refusal(action), references(action));
    }

    /** The channel for a service message; empty when the action reaches nobody. */
    Optional<Channel> service(Action action) {
        List<Channel> wanted = byPreference(action);
        for (Channel channel : wanted) {
            if (!customer.consents().refuse(channel, Purpose.SERVICE)) {
                return Optional.of(channel);
            }
        }
        return wanted.isEmpty() ? Optional.empty() : Optional.of(wanted.get(0));
    }

    /** The action's channels, the one that the customer likes best first. */
    List<Channel> byPreference(Action action) {
        Channel preferred = customer.preferredChannel();
        if (preferred == null || !action.channels().contains(preferred)) {
            return action.channels();
        }
        var ordered = new ArrayList<>(action.channels());
        ordered.remove(preferred);
        ordered.add(0, preferred);
        return ordered;
    }

    static String word(Channel channel) {
        return switch (channel) {
            case EMAIL -> "e-mail";
            case PHONE, APP, POST -> channel.name().toLowerCase(Locale.ROOT);
            case SMS -> "SMS";
        };
    }

    private boolean objects() {
        boolean objects = Boolean.TRUE.equals(customer.objectsToMarketing());
        if (heard != null) {
            heard.note(objects, "jurisdictions", law.name(), "objection");
        }
        return objects;
    }

    private String refusal(Action action) {
        String by = String.join(
                " or ", action.channels().stream().map(Consent::word).toList());
        boolean consent = action.channels().stream()
                .anyMatch(channel -> law.marketing(channel).needs() == Needs.CONSENT);
        return consent ? "there is no valid consent to marketing by " + by : "the customer refused marketing by " + by;
    }

    private String references(Action action) {
        return String.join(
                "; ",
                action.channels().stream()
                        .map(channel -> law.marketing(channel).reference())
                        .distinct()
                        .toList());
    }
}
