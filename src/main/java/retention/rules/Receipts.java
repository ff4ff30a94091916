package retention.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import retention.advice.Concluded;
import retention.advice.Receipt;
import retention.advice.Stop;
import retention.advice.WithheldAction;
import retention.facts.Customer;
import retention.json.FactsHash;
import retention.json.Hash;
import retention.policy.Decision;

/** Writes the receipt of a decision. Each advice has one, so nothing is worked out here that is not known already. */
public final class Receipts {

    private Receipts() {}

    /** The name of the decision on these facts, by these rules, for this day. */
    public static String decision(String factsHash, String revision, LocalDate asOf) {
        return Hash.of(List.of(factsHash, revision, asOf.toString()));
    }

    static Receipt of(
            Customer customer, String revision, List<String> blanked, Reasoning reasoning, Decision decision) {
        String facts = FactsHash.of(customer);
        LocalDate asOf = customer.asOf().day();
        var beaten = new TreeMap<String, Stop>();
        var blocked = new TreeMap<String, String>();
        var withheld = new TreeMap<String, List<String>>();
        for (WithheldAction action : decision.withheld()) {
            if (action.guardrail() != null) {
                blocked.put(action.code(), action.guardrail());
            } else if (action.stop() == Stop.WITHHELD) {
                withheld.put(action.code(), rules(action));
            } else {
                beaten.put(action.code(), action.stop());
            }
        }
        List<String> held = decision.holdouts();
        return new Receipt(
                decision(facts, revision, asOf),
                revision,
                Product.version(),
                facts,
                asOf,
                fired(reasoning),
                decision.codes(),
                beaten,
                blocked,
                withheld,
                blanked,
                !held.isEmpty(),
                held,
                decision.probability());
    }

    /** Each once: a rule may speak several times and conclude several things. */
    private static List<String> fired(Reasoning reasoning) {
        var names = new ArrayList<String>(
                reasoning.assessment().size() + reasoning.strategies().size());
        add(reasoning.assessment(), names);
        add(reasoning.strategies(), names);
        return sorted(names);
    }

    private static void add(List<Concluded<?>> concluded, List<String> names) {
        for (Concluded<?> one : concluded) {
            names.add(one.reason().rule());
        }
    }

    private static List<String> rules(WithheldAction action) {
        var names = new ArrayList<String>(action.reasons().size());
        action.reasons().forEach(reason -> names.add(reason.rule()));
        return sorted(names);
    }

    private static List<String> sorted(List<String> names) {
        names.sort(null);
        var once = new ArrayList<String>(names.size());
        for (String name : names) {
            if (once.isEmpty() || !once.get(once.size() - 1).equals(name)) {
                once.add(name);
            }
        }
        return once;
    }
}
