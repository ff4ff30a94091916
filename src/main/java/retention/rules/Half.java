package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import retention.advice.Concluded;
import retention.facts.Customer;
import retention.facts.Today;
import retention.rules.sandbox.Budget;
import retention.rules.sandbox.Steps;

/** One compiled stage of a rule book. Thread-safe: sessions come from a pool and go back to it. */
final class Half implements AutoCloseable {

    /** As many as threads advise in a server of this machine: two for each core. */
    private static final int POOLS = 2 * Runtime.getRuntime().availableProcessors();

    private final KieBase base;

    /**
     * Several, so that a thread meets the session it used last, which is still in the caches of its core: a pool hands out the
     * session that has rested longest.
     */
    private final List<KieSessionsPool> pools;

    private final Map<String, Rule> rules;
    private final Set<String> matched = new HashSet<>();
    private final Collection<Function<Customer, Iterable<?>>> children;
    private final List<Combinations> combinations;

    /** The company's own facts as this half has them compiled, by name. */
    private final Map<String, OwnFact> own = new ConcurrentHashMap<>();

    /** Held so that the next book of these rules finds them compiled. */
    private final List<LoadedFile> files;

    /** Whether its rules tell what they conclude; only in tests they do not. */
    private final boolean telling;

    /** A rule that is tried in another form; null in every book that serves. */
    private final @Nullable Swapped swapped;

    Half(KieBase base, Map<String, Rule> rules, List<LoadedFile> files) {
        this.base = base;
        this.files = files;
        this.telling = !files.isEmpty()
                && files.stream().allMatch(file -> file.classes().counted());
        this.pools =
                Stream.generate(() -> base.newKieSessionsPool(1)).limit(POOLS).toList();
        this.rules = Map.copyOf(rules);
        rules.values().forEach(rule -> matched.addAll(rule.types()));
        this.children = Vocabulary.children(matched).values();
        this.combinations = files.stream()
                .flatMap(file -> file.models().stream())
                .flatMap(model -> model.getRules().stream())
                .map(Combinations::of)
                .filter(Combinations::possible)
                .toList();
        this.swapped = null;
    }

    private Half(Half other, Swapped swapped) {
        this.base = other.base;
        this.pools = other.pools;
        this.rules = other.rules;
        this.matched.addAll(other.matched);
        this.children = other.children;
        this.combinations = other.combinations;
        this.files = other.files;
        this.telling = other.telling;
        this.swapped = swapped;
    }

    /** The same with one rule in another form; to close one is to close both. */
    Half with(Swapped other) {
        return new Half(this, other);
    }

    /**
     * What the rules conclude about a customer, the company's own facts and whatever came out of the stage before.
     * Throws IllegalStateException, naming the rule, when one fails or does more than the budget allows.
     */
    List<Concluded<?>> run(Customer customer, Extensions extensions, List<?> given, Budget budget) {
        Steps steps = Steps.begin(budget);
        var conclusions = new Conclusions(rules, steps);
        steps.tell(conclusions);
        KieSession session = pool().newKieSession();
        try {
            session.addEventListener(conclusions.new Firing());
            if (!telling) {
                session.addEventListener(conclusions.new Inserted());
            }
            fire(session, facts(customer, extensions, given), steps, conclusions);
        } finally {
            steps.end();
            session.dispose();
        }
        List<Concluded<?>> heard = conclusions.heard();
        return swapped == null ? heard : swapped.instead(heard, customer, extensions, given, budget);
    }

    private KieSessionsPool pool() {
        return pools.get((int) (Thread.currentThread().getId() % POOLS));
    }

    private void fire(KieSession session, List<Object> facts, Steps steps, Conclusions conclusions) {
        try {
            combinations.forEach(rule -> rule.check(facts, steps));
            facts.forEach(session::insert);
            session.fireAllRules();
        } catch (RuntimeException broken) { // whatever a condition or a conclusion can throw
            String stopped = steps.stopped();
            throw new IllegalStateException(stopped == null ? Failure.words(broken) : stopped, broken);
        } catch (LinkageError unseen) { // the last of the three layers; the check of classes should have said so before
            throw new IllegalStateException(
                    "rule \"" + conclusions.lastRule() + "\" fails: it needs what no rule may have", unseen);
        } catch (StackOverflowError deep) {
            steps.calledItself(conclusions.lastRule());
        }
        if (steps.stopped() != null) { // a rule may have swallowed it
            throw new IllegalStateException(steps.stopped());
        }
    }

    private List<Object> facts(Customer customer, Extensions extensions, List<?> given) {
        var facts = new ArrayList<Object>();
        addAsked(customer, facts);
        addAsked(new Today(customer.asOf().day()), facts);
        children.forEach(child -> child.apply(customer).forEach(facts::add));
        facts.addAll(extensions.facts(customer, this));
        given.forEach(fact -> addAsked(fact, facts));
        return facts;
    }

    /** What no rule asks for would be taken in for nothing. */
    private void addAsked(Object fact, List<Object> facts) {
        if (matched.contains(fact.getClass().getSimpleName())) {
            facts.add(fact);
        }
    }

    /** The compiled form of a declared fact; null when no rule of this half asks for it. */
    @Nullable
    OwnFact own(Declared type) {
        return matched.contains(type.name())
                ? own.computeIfAbsent(
                        type.name(),
                        name -> new OwnFact(base.getFactType("advisor", name).getFactClass(), type))
                : null;
    }

    /** The files it was built from. */
    List<LoadedFile> files() {
        return files;
    }

    @Override
    public void close() {
        pools.forEach(KieSessionsPool::shutdown);
    }
}
