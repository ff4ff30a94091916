package retention.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
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
import retention.facts.Channel;
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

    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    private final Customer customer;
    private final Catalogue catalogue;
    private final Weighing weighing;
    private final Guardrails guardrails;
    private final Worth worth;
    private final Candidate silence;
    private final List<Taken> taken = new ArrayList<>();
    private final SortedMap<String, SortedSet<String>> beaten = new TreeMap<>();
    private final SortedMap<String, WithheldAction> withheld = new TreeMap<>();

    /** An action that is advised: later ones may close the channel that it takes. */
    private record Taken(Candidate candidate, @Nullable Channel channel) {}

    private Decision(
            Customer customer,
            Customer visible,
            Safeguards safeguards,
            Weighing weighing,
            List<Concluded<Recommend>> recommended) {
        this.customer = customer;
        this.catalogue = safeguards.catalogue();
        this.weighing = weighing;
        this.guardrails = new Guardrails(customer, safeguards);
        this.worth = new Worth(visible, weighing);
        this.silence = silence(recommended);
    }

    /**
     * Decides; {@code customer} is the one that was sent, with all their facts, {@code visible} what rules may see of them.
     * Never throws for any customer: what cannot be done is withheld with its reason.
     */
    public static Decision of(
            Customer customer,
            Customer visible,
            Safeguards safeguards,
            Weighing weighing,
            List<Concluded<Recommend>> recommended,
            List<Concluded<Withhold>> withheld) {
        var decision = new Decision(customer, visible, safeguards, weighing, recommended);
        decision.advise(decision.candidates(recommended, withheld));
        return decision;
    }

    /** What to do, in order. */
    public List<AdvisedAction> actions() {
        var actions = new ArrayList<AdvisedAction>(taken.size());
        for (Taken one : taken) {
            actions.add(advised(one));
        }
        return Collections.unmodifiableList(actions);
    }

    /** The codes of what to do, in order. */
    public List<String> codes() {
        var codes = new ArrayList<String>(taken.size());
        for (Taken one : taken) {
            codes.add(one.candidate().action().code());
        }
        return codes;
    }

    /** What rules recommended and is not advised all the same, by code. */
    public List<WithheldAction> withheld() {
        return List.copyOf(withheld.values());
    }

    /** How the customer leaves, if they asked to. */
    public @Nullable AdvisedAction wayOut() {
        Action way = catalogue.wayOut();
        return guardrails.leaving() ? Candidate.wayOut(way, guardrails.channel(way), day()) : null;
    }

    /** To do nothing, where nothing is better; with the reasons of the rules that ask for it. Null when there are actions. */
    public @Nullable AdvisedAction fallback() {
        return taken.isEmpty() ? advised(new Taken(silence, guardrails.channel(silence.action()))) : null;
    }

    /** The holdouts that kept an action from the customer, by name; mostly none. */
    public List<String> holdouts() {
        return guardrails.holdouts();
    }

    /** How likely chance was to draw the customer for, or against, every holdout that had a say; 1 when none had. */
    public double probability() {
        return guardrails.probability();
    }

    private AdvisedAction advised(Taken one) {
        Candidate candidate = one.candidate();
        return candidate.on(
                one.channel(), day(), beaten.getOrDefault(candidate.action().code(), NONE));
    }

    private LocalDate day() {
        return customer.asOf().day();
    }

    /** To do nothing, which needs no rule. */
    private Candidate silence(List<Concluded<Recommend>> recommended) {
        String code = catalogue.fallback().code();
        var asking = new ArrayList<Concluded<Recommend>>();
        for (Concluded<Recommend> one : recommended) {
            if (one.conclusion().action().equals(code)) {
                asking.add(one);
            }
        }
        return candidate(code, asking);
    }

    private Collection<Candidate> candidates(
            List<Concluded<Recommend>> recommended, List<Concluded<Withhold>> against) {
        Map<String, List<Concluded<Recommend>>> wanted = new TreeMap<>();
        recommended.forEach(r -> wanted.computeIfAbsent(r.conclusion().action(), code -> new ArrayList<>())
                .add(r));
        wanted.remove(silence.action().code());
        withhold(wanted, against);
        var candidates = new ArrayList<Candidate>();
        wanted.forEach((code, reasons) -> candidates.add(candidate(code, reasons)));
        return candidates;
    }

    private Candidate candidate(String code, List<Concluded<Recommend>> asking) {
        Action action = catalogue.action(code);
        asking.sort(BY_STRATEGY);
        return new Candidate(
                guardrails.worded(action),
                asking.isEmpty() ? null : asking.get(0).strategy(),
                reasons(asking),
                worth.of(action, Worth.weight(action, asking)));
    }

    private static List<Reason> reasons(List<Concluded<Recommend>> asking) {
        var reasons = new ArrayList<Reason>(asking.size());
        for (Concluded<Recommend> one : asking) {
            reasons.add(one.reason());
        }
        return Collections.unmodifiableList(reasons);
    }

    /** A rule's word against an action takes it out, and is worth telling only where another rule wanted it. */
    private void withhold(Map<String, List<Concluded<Recommend>>> wanted, List<Concluded<Withhold>> against) {
        Map<String, Set<Reason>> unwanted = new TreeMap<>();
        for (Concluded<Withhold> no : against) {
            for (String code : catalogue.named(no.conclusion().named())) {
                if (wanted.containsKey(code)) {
                    unwanted.computeIfAbsent(code, none -> new TreeSet<>()).add(no.reason());
                }
            }
        }
        unwanted.forEach((code, reasons) ->
                stop(catalogue.action(code), new Fall(Stop.WITHHELD, null, null, List.copyOf(reasons), List.of())));
        wanted.keySet().removeAll(unwanted.keySet());
    }

    private void advise(Collection<Candidate> candidates) {
        var arbitration = new Arbitration(silence);
        var worthIt = new ArrayList<Candidate>();
        for (Candidate candidate : candidates) {
            Block block = guardrails.block(candidate.action());
            Fall fall = block == null ? arbitration.fall(candidate) : Fall.of(block, List.of());
            if (fall == null) {
                worthIt.add(candidate);
            } else {
                stop(candidate.action(), fall);
            }
        }
        select(arbitration.ranked(worthIt));
        if (!taken.isEmpty() && !silence.reasons().isEmpty()) {
            stop(silence.action(), Fall.silent(taken.get(0).candidate().action().code()));
        }
    }

    private void select(List<Candidate> ranked) {
        var selection = new Selection(guardrails, weighing);
        for (Candidate candidate : ranked) {
            Fall fall = selection.take(candidate.action());
            if (fall == null) {
                Channel channel = guardrails.channel(candidate.action());
                taken.add(new Taken(candidate, channel));
                guardrails.advised(candidate.action(), channel);
            } else {
                stop(candidate.action(), fall);
            }
        }
    }

    private void stop(Action action, Fall fall) {
        withheld.put(
                action.code(),
                new WithheldAction(
                        action.code(),
                        action.title(),
                        fall.stop(),
                        fall.guardrail(),
                        fall.reference(),
                        fall.reasons()));
        for (String winner : fall.winners()) {
            beaten.computeIfAbsent(winner, none -> new TreeSet<>()).add(action.code());
        }
    }
}
