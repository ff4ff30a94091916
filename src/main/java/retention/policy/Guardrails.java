package retention.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.advice.Catalogue;
import retention.facts.Channel;
import retention.facts.Customer;

/**
 * What no rule can switch off, for one customer: which channel an action may take, and whether it may be advised at all.
 * Asked for one action at a time, in any order; what hangs on the other actions of an advice is {@link Selection}'s.
 */
final class Guardrails {

    private final Customer customer;
    private final Catalogue catalogue;
    private final Optional<CancelEpisode> leaving;

    Guardrails(Customer customer, Catalogue catalogue) {
        this.customer = customer;
        this.catalogue = catalogue;
        this.leaving = CancelEpisode.of(customer);
    }

    /** Whether the customer has asked to cancel and that is not settled. */
    boolean leaving() {
        return leaving.isPresent();
    }

    /** Whether the action is an attempt to keep a customer who has asked to cancel. */
    boolean keeping(Action action) {
        return leaving() && action.kind() == ActionKind.MARKETING;
    }

    /** How the action may reach the customer; null for a task, and when no way is open. */
    @Nullable
    Channel channel(Action action) {
        return Consent.channel(action, customer).orElse(null);
    }

    /** Why the action may not be advised; null when it may. */
    @Nullable
    Block block(Action action) {
        if (action.kind() == ActionKind.MARKETING && channel(action) == null) {
            return new Block(Consent.GUARDRAIL, Consent.refusal(action, customer), null);
        }
        if (keeping(action) && leaving.orElseThrow().attempted(customer, catalogue)) {
            return CancelEpisode.ENOUGH;
        }
        return null;
    }
}
