package retention.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;
import retention.facts.Contact;
import retention.facts.Customer;
import retention.facts.DepartureSign;

/**
 * Guardrail G4: while a request to cancel is open, every marketing action is an attempt to keep the customer. One is
 * allowed for each episode, and the way out stands beside it.
 */
record CancelEpisode(@Nullable String name, @Nullable LocalDate since) {

    static final String GUARDRAIL = "G4";

    /** The open request, the most recent if there are several. */
    static Optional<CancelEpisode> of(Customer customer) {
        DepartureSign request = customer.departureSigns().cancelRequests().latest();
        return Optional.ofNullable(request).map(sign -> new CancelEpisode(sign.episode(), sign.seenOn()));
    }

    /** Whether an attempt to keep the customer was already made in this episode. */
    boolean attempted(Customer customer, Catalogue catalogue) {
        for (Contact contact : customer.contacts()) {
            if (belongs(contact) && attempt(contact, catalogue)) {
                return true;
            }
        }
        return false;
    }

    private boolean belongs(Contact contact) {
        if (name != null && contact.episode() != null) {
            return name.equals(contact.episode());
        }
        return since != null && contact.sentOn() != null && !contact.sentOn().isBefore(since);
    }

    /** An action the catalogue does not know any more counts: better one offer too few than one too many. */
    private static boolean attempt(Contact contact, Catalogue catalogue) {
        Action action = contact.action() == null ? null : catalogue.actions().get(contact.action());
        return action == null || action.kind() == ActionKind.MARKETING;
    }
}
