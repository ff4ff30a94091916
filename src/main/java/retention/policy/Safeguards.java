package retention.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import retention.advice.Action;
import retention.advice.Catalogue;
import retention.facts.Customer;

/** The contact policy of a rule book, made ready: what can be worked out once for all customers is. Thread-safe. */
public final class Safeguards {

    private final Catalogue catalogue;
    private final ContactPolicy policy;
    private final PrivacyGate gate;
    private final Map<String, Law> laws;
    private final Law otherwise;
    private final @Nullable Heard heard;

    /** The policy has a row {@link Jurisdiction#DEFAULT}. */
    public Safeguards(Catalogue catalogue, ContactPolicy policy) {
        this.catalogue = catalogue;
        this.policy = policy;
        this.gate = new PrivacyGate(policy.profiled());
        this.laws = new HashMap<>();
        this.heard = null;
        for (Jurisdiction row : policy.jurisdictions()) {
            Law law = Law.of(row, catalogue, policy);
            laws.put(key(row.name()), law);
            row.countries().forEach(country -> laws.put(key(country), law));
        }
        this.otherwise = Objects.requireNonNull(laws.get(key(Jurisdiction.DEFAULT)));
    }

    private Safeguards(Safeguards other, Heard heard) {
        this.catalogue = other.catalogue;
        this.policy = other.policy;
        this.gate = other.gate;
        this.laws = other.laws;
        this.otherwise = other.otherwise;
        this.heard = heard;
    }

    /** The same, with somebody who hears what each line of the policy says. Not thread-safe, as who hears. */
    public Safeguards heardBy(Heard somebody) {
        return new Safeguards(this, somebody);
    }

    /** Who hears what each line says; mostly nobody. */
    @Nullable
    Heard heard() {
        return heard;
    }

    /** The contact policy as it was written. */
    public ContactPolicy policy() {
        return policy;
    }

    /** The fields that rules must not see of this customer, by the alphabet; mostly none. */
    public List<String> hidden(Customer customer) {
        List<String> sent = gate.sent(customer);
        if (sent.isEmpty()) {
            return List.of();
        }
        Jurisdiction terms = law(customer).terms();
        boolean allowed = Profiling.allowed(customer, terms.profiling().needs());
        if (heard != null) {
            heard.note(!allowed, "jurisdictions", terms.name(), "profiling");
            sent.forEach(field -> heard.note(!allowed, "profiled", field));
        }
        return allowed ? List.of() : List.copyOf(sent);
    }

    /**
     * The customer as rules may see them: without the profiled fields where {@link #hidden} names any, and with the row of the
     * contact policy as jurisdiction, which may have been sent as a country or in other letters.
     */
    public Customer visible(Customer customer, List<String> hidden) {
        String named = customer.jurisdiction();
        Law law = named == null ? null : laws.get(key(named));
        String row = law == null ? named : law.terms().name();
        boolean same = Objects.equals(row, named);
        return hidden.isEmpty() && same ? customer : gate.through(customer, !hidden.isEmpty(), row);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The law of the customer's jurisdiction; the strictest where it is not known. */
    Law law(Customer customer) {
        String named = customer.jurisdiction();
        return named == null ? otherwise : laws.getOrDefault(key(named), otherwise);
    }

    /** The action that a contact names, whatever the letter case; null when there is none of that code. */
    @Nullable
    Action action(String code) {
        Action exact = catalogue.actions().get(code);
        return exact != null ? exact : catalogue.actions().get(key(code));
    }

    private static String key(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
