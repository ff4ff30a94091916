package retention.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.AdvisedAction;
import retention.advice.Catalogue;
import retention.advice.Concluded;
import retention.advice.Reason;
import retention.advice.Recommend;
import retention.advice.Stop;
import retention.advice.WithheldAction;
import retention.advice.Withhold;
import retention.facts.Customer;

/**
 * From what the rules recommend and withhold to what is advised: withheld actions fall out, then the guardrails block,
 * then what is left is put in order. One object for one customer; not thread-safe.
 */
public final class Decision {

    /** Reasons of one action come from trust first, then satisfaction, then switching cost, then the alphabet. */
    private static final List<String> STRATEGIES = List.of("switching-cost", "satisfaction", "trust");

    private static final Comparator<Concluded<?>> BY_STRATEGY = Comparator.<Concluded<?>>comparingInt(
                    c -> -STRATEGIES.indexOf(c.strategy()))
            .thenComparing(Concluded::strategy)
            .thenComparing(Concluded::reason);

    private final Customer customer;
    private final Catalogue catalogue;
    private final Guardrails guardrails;
    private final List<AdvisedAction> actions = new ArrayList<>();
    private final SortedMap<String, WithheldAction> withheld = new TreeMap<>();

    private Decision(Customer customer, Catalogue catalogue) {
        this.customer = customer;
        this.catalogue = catalogue;
        this.guardrails = new Guardrails(customer, catalogue);
    }

    /** Decides. Never throws for any customer: what cannot be done is withheld with its reason. */
    public static Decision of(
            Customer customer,
            Catalogue catalogue,
            List<Concluded<Recommend>> recommended,
            List<Concluded<Withhold>> withheld) {
        var decision = new Decision(customer, catalogue);
        decision.advise(decision.candidates(recommended, withheld));
        return decision;
    }

    /** What to do, in order. */
    public List<AdvisedAction> actions() {
        return Collections.unmodifiableList(actions);
    }

    /** What rules recommended and is not advised all the same, by code. */
    public List<WithheldAction> withheld() {
        return List.copyOf(withheld.values());
    }

    /** How the customer leaves, if they asked to. */
    public @Nullable AdvisedAction wayOut() {
        return guardrails.leaving() ? outside(catalogue.wayOut()) : null;
    }

    /** What to do when nothing qualifies; null when something does. */
    public @Nullable AdvisedAction fallback() {
        return actions.isEmpty() ? outside(catalogue.fallback()) : null;
    }

    private AdvisedAction outside(Action action) {
        return Candidate.advised(action, null, guardrails.channel(action), day(), List.of());
    }

    private LocalDate day() {
        return customer.asOf().day();
    }

    private List<Candidate> candidates(List<Concluded<Recommend>> recommended, List<Concluded<Withhold>> against) {
        Map<String, List<Concluded<?>>> wanted = new TreeMap<>();
        recommended.forEach(r -> wanted.computeIfAbsent(r.conclusion().action(), code -> new ArrayList<>())
                .add(r));
        withhold(wanted, against);
        var candidates = new ArrayList<Candidate>();
        wanted.forEach((code, reasons) -> {
            reasons.sort(BY_STRATEGY);
            candidates.add(new Candidate(
                    catalogue.action(code),
                    reasons.get(0).strategy(),
                    reasons.stream().<Reason>map(Concluded::reason).toList()));
        });
        return candidates;
    }

    /** A rule's word against an action takes it out, and is worth telling only where another rule wanted it. */
    private void withhold(Map<String, List<Concluded<?>>> wanted, List<Concluded<Withhold>> against) {
        Map<String, Set<Reason>> unwanted = new TreeMap<>();
        for (Concluded<Withhold> no : against) {
            for (String code : catalogue.named(no.conclusion().named())) {
                if (wanted.containsKey(code)) {
                    unwanted.computeIfAbsent(code, none -> new TreeSet<>()).add(no.reason());
                }
            }
        }
        unwanted.forEach(
                (code, reasons) -> stop(catalogue.action(code), Stop.WITHHELD, null, null, List.copyOf(reasons)));
        wanted.keySet().removeAll(unwanted.keySet());
    }

    private void advise(List<Candidate> candidates) {
        var allowed = new ArrayList<Candidate>();
        for (Candidate candidate : candidates) {
            Block block = guardrails.block(candidate.action());
            if (block == null) {
                allowed.add(candidate);
            } else {
                block(candidate.action(), block);
            }
        }
        var selection = new Selection(guardrails);
        for (Candidate candidate : new Arbitration().ranked(allowed)) {
            Block block = selection.take(candidate.action());
            if (block == null) {
                actions.add(candidate.on(guardrails.channel(candidate.action()), day()));
            } else {
                block(candidate.action(), block);
            }
        }
    }

    private void block(Action action, Block block) {
        var why = new Reason(block.guardrail(), block.why(), Collections.emptySortedMap());
        stop(action, Stop.BLOCKED, block.guardrail(), block.reference(), List.of(why));
    }

    private void stop(
            Action action, Stop stop, @Nullable String guardrail, @Nullable String reference, List<Reason> reasons) {
        withheld.put(
                action.code(), new WithheldAction(action.code(), action.title(), stop, guardrail, reference, reasons));
    }
}
