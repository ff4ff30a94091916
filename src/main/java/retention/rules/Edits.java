package retention.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import retention.rules.explain.Change;
import tools.jackson.databind.JsonNode;

/**
 * The single changes of a customer's JSON that something could notice, from the smallest on: whoever looks for the smallest
 * that does something tries these. What one does only the engine can tell. For one rule book; not thread-safe.
 */
public final class Edits {

    private final RuleBook book;
    private final RuleLooks rules;
    private final Map<String, Declared> declared;

    Edits(RuleBook book, RuleLooks rules, Map<String, Declared> declared) {
        this.book = book;
        this.rules = rules;
        this.declared = declared;
    }

    /** Those that a rule, or one of those it listens to, could notice. */
    public SortedSet<Change> ofRule(String rule, JsonNode customer, LocalDate day) {
        return among(customer, day, rules.whole(Objects.requireNonNull(rules.named(rule), rule)));
    }

    /** Those that a guardrail, or the worth of an action, could notice. */
    public SortedSet<Change> ofPolicy(JsonNode customer, LocalDate day) {
        var guards = new GuardLooks(book.contactPolicy(), book.weighing());
        var looks = new LinkedHashSet<>(guards.marketing());
        looks.addAll(guards.profiling());
        looks.add(guards.worth(null, null, null));
        return among(customer, day, looks);
    }

    /** Those at the places of some looks. */
    SortedSet<Change> among(JsonNode customer, LocalDate day, Collection<Look> looks) {
        var changes = new TreeSet<Change>();
        looks.forEach(look -> changes.addAll(new Candidates(customer, day, look, declared).all()));
        return changes;
    }
}
