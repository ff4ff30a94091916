package retention.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.facts.Channel;
import retention.facts.Customer;
import retention.facts.Purpose;

/**
 * Guardrail G1: which channel an action may take. Marketing needs a valid consent for the channel, unknown means closed,
 * and an objection is absolute. Service needs no consent; it keeps off channels the customer took back, if it can.
 */
final class Consent {

    static final String GUARDRAIL = "G1";

    private Consent() {}

    /** The channel to use; empty when there is none that may be used. The customer's preferred channel goes first. */
    static Optional<Channel> channel(Action action, Customer customer) {
        List<Channel> wanted = byPreference(action, customer);
        if (action.kind() == ActionKind.MARKETING) {
            return objects(customer)
                    ? Optional.empty()
                    : wanted.stream()
                            .filter(channel -> customer.consents().allow(channel, Purpose.MARKETING))
                            .findFirst();
        }
        return wanted.stream()
                .filter(channel -> !customer.consents().refuse(channel, Purpose.SERVICE))
                .findFirst()
                .or(() -> wanted.stream().findFirst());
    }

    /** Why there was none. */
    static String refusal(Action action, Customer customer) {
        if (objects(customer)) {
            return "the customer objects to marketing";
        }
        return "there is no valid consent to marketing by "
                + String.join(
                        " or ", action.channels().stream().map(Consent::word).toList());
    }

    private static boolean objects(Customer customer) {
        return Boolean.TRUE.equals(customer.objectsToMarketing());
    }

    private static List<Channel> byPreference(Action action, Customer customer) {
        Channel preferred = customer.preferredChannel();
        if (preferred == null || !action.channels().contains(preferred)) {
            return action.channels();
        }
        var ordered = new ArrayList<>(action.channels());
        ordered.remove(preferred);
        ordered.add(0, preferred);
        return ordered;
    }

    private static String word(Channel channel) {
        return switch (channel) {
            case EMAIL -> "e-mail";
            case PHONE -> "phone";
            case SMS -> "SMS";
            case APP -> "app";
            case POST -> "post";
        };
    }
}
