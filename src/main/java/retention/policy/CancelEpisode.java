package retention.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.facts.Contact;
import retention.facts.Customer;
import retention.facts.DepartureKind;
import retention.facts.DepartureSign;

/**
 * Guardrail G4: while a request to cancel is open, every marketing action is an attempt to keep the customer. One is
 * allowed for each episode, and the way out stands beside it. What is not known counts against a further attempt: better
 * one offer too few than one too many.
 *
 * @param requests every request that is not settled, and what was asked before in the same episode; at least one
 */
record CancelEpisode(List<DepartureSign> requests) {

    /** Why there is no further attempt. */
    static Block enough(Jurisdiction law) {
        String why = law.saveOffers() == 0
                ? "the customer asked to cancel: no attempt to keep them is allowed"
                : "the customer asked to cancel: one attempt to keep them is enough";
        return new Block("G4", why, law.saveOffersReference());
    }

    /** The open requests; empty when there is none. */
    static Optional<CancelEpisode> of(Customer customer) {
        var requests = new ArrayList<DepartureSign>();
        customer.departureSigns().cancelRequests().forEach(requests::add);
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        var open = new TreeSet<String>();
        for (DepartureSign request : requests) {
            String episode = named(request.episode());
            if (episode != null) {
                open.add(episode);
            }
        }
        for (DepartureSign sign : customer.departureSigns()) {
            String episode = named(sign.episode());
            boolean settled = sign.kind() == DepartureKind.ASKED_TO_CANCEL && !sign.cancelRequested();
            if (settled && episode != null && open.contains(episode)) {
                requests.add(sign);
            }
        }
        return Optional.of(new CancelEpisode(requests));
    }

    /** Whether an attempt to keep the customer was already made since any of the requests. */
    boolean attempted(Customer customer, Safeguards safeguards) {
        for (Contact contact : customer.contacts()) {
            if (attempt(contact, safeguards) && requests.stream().anyMatch(request -> belongs(contact, request))) {
                return true;
            }
        }
        return false;
    }

    /** Of the same episode by name, or sent since the request; without days to compare it is taken for one. */
    private static boolean belongs(Contact contact, DepartureSign request) {
        String episode = named(request.episode());
        if (episode != null && episode.equals(named(contact.episode()))) {
            return true;
        }
        return contact.sentOn() == null
                || request.seenOn() == null
                || !request.asOf().happened(request.seenOn()) // dated in another time zone
                || !contact.sentOn().isBefore(request.seenOn());
    }

    /** An episode by its name, whatever the letter case and blanks around it. */
    private static @Nullable String named(@Nullable String episode) {
        return episode == null || episode.isBlank() ? null : episode.strip().toUpperCase(Locale.ROOT);
    }

    /** An action the catalogue does not know any more counts. */
    private static boolean attempt(Contact contact, Safeguards safeguards) {
        Action action = contact.action() == null ? null : safeguards.action(contact.action());
        return action == null || action.kind() == ActionKind.MARKETING;
    }
}
