package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import retention.advice.Concluded;
import retention.facts.Customer;
import retention.facts.Today;

/** One compiled stage of a rule book. Thread-safe: sessions come from a pool and go back to it. */
final class Half implements AutoCloseable {

    /** Rules cannot trigger each other, so this many firings for one customer mean a join that got out of hand. */
    private static final int MOST_FIRINGS = 10_000;

    private final KieBase base;
    private final KieSessionsPool sessions;
    private final Map<String, Rule> rules;
    private final Set<String> matched = new TreeSet<>();
    private final Collection<Function<Customer, Iterable<?>>> children;

    /** Held so that the next book of these rules finds them compiled. */
    private final List<LoadedFile> files;

    Half(KieBase base, Map<String, Rule> rules, List<LoadedFile> files) {
        this.base = base;
        this.files = files;
        this.sessions = base.newKieSessionsPool(Runtime.getRuntime().availableProcessors());
        this.rules = rules;
        rules.values().forEach(rule -> matched.addAll(rule.types()));
        this.children = Vocabulary.children(matched).values();
    }

    /**
     * What the rules conclude about a customer, the company's own facts and whatever came out of the stage before.
     * Throws IllegalStateException, naming the rule, when one fails or fires without end.
     */
    List<Concluded<?>> run(Customer customer, Extensions extensions, List<?> given) {
        var conclusions = new Conclusions(rules);
        KieSession session = sessions.newKieSession();
        try {
            session.addEventListener(conclusions.new Firing());
            session.addEventListener(conclusions.new Inserted());
            if (fire(session, customer, extensions, given) >= MOST_FIRINGS) {
                throw new IllegalStateException("rules fired " + MOST_FIRINGS + " times for one customer, last \""
                        + conclusions.lastRule() + "\"");
            }
            return conclusions.heard();
        } finally {
            session.dispose();
        }
    }

    private int fire(KieSession session, Customer customer, Extensions extensions, List<?> given) {
        try {
            insert(session, customer, extensions, given);
            return session.fireAllRules(MOST_FIRINGS);
        } catch (RuntimeException broken) { // whatever a condition or a conclusion can throw
            throw new IllegalStateException(Failure.words(broken), broken);
        }
    }

    private void insert(KieSession session, Customer customer, Extensions extensions, List<?> given) {
        session.insert(customer);
        session.insert(new Today(customer.asOf().day()));
        for (Function<Customer, Iterable<?>> child : children) {
            child.apply(customer).forEach(session::insert);
        }
        extensions.facts(customer, this).forEach(session::insert);
        given.forEach(session::insert);
    }

    /** The compiled form of a declared fact; null when no rule of this half asks for it. */
    @Nullable
    FactType declared(String name) {
        return matched.contains(name) ? base.getFactType("advisor", name) : null;
    }

    /** The files it was built from. */
    List<LoadedFile> files() {
        return files;
    }

    @Override
    public void close() {
        sessions.shutdown();
    }
}
