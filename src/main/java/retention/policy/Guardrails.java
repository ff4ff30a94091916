package retention.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.ActionKind;
import retention.facts.Channel;
import retention.facts.Customer;

/**
 * What no rule can switch off, for one customer: which channel an action may take, and whether it may be advised at all.
 * Asked for one action at a time; what was {@link #advised} before counts. Not thread-safe.
 */
final class Guardrails {

    private final Customer customer;
    private final Safeguards safeguards;
    private final Law law;
    private final Consent consent;
    private final Optional<CancelEpisode> leaving;

    /** Whether the customer is held out, by each holdout that had a say, in the order in which they had it. */
    private final Map<Holdout, Boolean> draws = new LinkedHashMap<>();

    private @Nullable History history;

    Guardrails(Customer customer, Safeguards safeguards) {
        this.customer = customer;
        this.safeguards = safeguards;
        this.law = safeguards.law(customer);
        this.consent = new Consent(customer, law.terms(), safeguards.heard());
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

    /** Why there is no further attempt to keep the customer. */
    Block enough() {
        return CancelEpisode.enough(law.terms());
    }

    /** How the action may reach the customer; null for a task, and when no way is open. */
    @Nullable
    Channel channel(Action action) {
        if (action.kind() != ActionKind.MARKETING) {
            return consent.service(action).orElse(null);
        }
        for (Channel channel : consent.byPreference(action)) {
            if (consent.opens(channel) && history().against(action, channel) == null) {
                return channel;
            }
        }
        return null;
    }

    /** Why the action may not be advised; null when it may. */
    @Nullable
    Block block(Action action) {
        if (action.kind() != ActionKind.MARKETING) {
            return null;
        }
        Block closed = consent.against(action);
        if (closed != null) {
            return closed;
        }
        if (leaving() && settled()) {
            return enough();
        }
        Block full = channel(action) == null ? firstAgainst(action) : null;
        return full != null ? full : heldOut(action);
    }

    /** Whether there was an attempt to keep the customer already, or there may be none. */
    private boolean settled() {
        boolean settled = law.terms().saveOffers() < 1 || leaving.orElseThrow().attempted(customer, safeguards);
        note(settled, "saveOffers");
        return settled;
    }

    /** The action as the law wants it worded. */
    Action worded(Action action) {
        if (safeguards.heard() != null) {
            note(law.worded().containsKey(action.code()), "disclosure");
        }
        return law.worded(action);
    }

    private void note(boolean stood, String term) {
        Heard heard = safeguards.heard();
        if (heard != null) {
            heard.note(stood, "jurisdictions", law.terms().name(), term);
        }
    }

    /** That an action is advised counts against what comes after it. */
    void advised(Action action, @Nullable Channel channel) {
        if (action.kind() == ActionKind.MARKETING) {
            history().advised(action, channel);
        }
    }

    /** The holdouts that kept something from the customer, by name. */
    List<String> holdouts() {
        return draws.isEmpty()
                ? List.of()
                : draws.keySet().stream()
                        .filter(this::held)
                        .map(Holdout::name)
                        .sorted()
                        .toList();
    }

    /** How likely the draw for every holdout that had a say was to come out as it did. */
    double probability() {
        double probability = 1;
        for (Map.Entry<Holdout, Boolean> draw : draws.entrySet()) {
            probability *= draw.getKey().probability(draw.getValue());
        }
        return probability;
    }

    private boolean held(Holdout holdout) {
        boolean held = draws.computeIfAbsent(holdout, one -> one.holds(customer.id()));
        Heard heard = safeguards.heard();
        if (heard != null) {
            heard.note(held, "holdouts", holdout.name());
        }
        return held;
    }

    private History history() {
        History known = history;
        if (known == null) {
            known = new History(customer, safeguards);
            history = known;
        }
        return known;
    }

    /** What stands against the channel that would be taken first. */
    private @Nullable Block firstAgainst(Action action) {
        for (Channel channel : consent.byPreference(action)) {
            if (consent.opens(channel)) {
                return history().against(action, channel);
            }
        }
        return null;
    }

    private @Nullable Block heldOut(Action action) {
        Block block = null;
        for (Holdout holdout : safeguards.policy().holdouts()) {
            if (holdout.covers(action) && held(holdout) && block == null) {
                block = new Block(
                        "G7",
                        "the customer is held out by chance, to see what marketing does: " + holdout.name(),
                        holdout.reference());
            }
        }
        return block;
    }
}
