package retention.json;

import retention.facts.Customer;

/** SHA-256 over the facts of a customer. Thread-safe. */
public final class FactsHash {

    private static final ThreadLocal<Canonical> FORM = ThreadLocal.withInitial(Canonical::new);

    private FactsHash() {}

    /** The same for the same facts, however their JSON was laid out; does not depend on asOf. */
    public static String of(Customer customer) {
        return Hash.of(hash -> FORM.get().into(hash, customer));
    }
}
