package retention.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import retention.rules.expression.Binding;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;

/**
 * Proves that two forms of a rule speak for the same customers, on the ranges of whole numbers, words, and yes and no that
 * each question can be answered with. What it does not prove may be so all the same.
 */
final class Sameness {

    private final boolean clear;
    private final List<String> outline;
    private final Map<String, String> remembered;
    private final List<Case> cases;

    /** Of one form of the rule. */
    Sameness(Rule rule, Map<String, Declared> declared) {
        this.clear = clear(rule.asks());
        this.outline = outline(rule);
        this.remembered = remembered(rule);
        this.cases = possible(rule, declared);
    }

    /** Whether both ask the same in other words, and remember the same; what they conclude is not looked at. */
    boolean proven(Sameness other) {
        return clear
                && outline.equals(other.outline)
                && remembered.equals(other.remembered)
                && !cases.isEmpty()
                && !other.cases.isEmpty()
                && imply(cases, other.cases)
                && imply(other.cases, cases);
    }

    private static List<Case> possible(Rule rule, Map<String, Declared> declared) {
        return Cases.of(rule, declared).stream()
                .filter(one -> one.broken() == null)
                .toList();
    }

    private static boolean imply(Collection<Case> some, Collection<Case> others) {
        return some.stream().allMatch(one -> others.stream().anyMatch(one::implies));
    }

    /** Two facts of one kind could be taken for each other. */
    private static boolean clear(List<Asked> asks) {
        Set<String> facts = new HashSet<>();
        return asks.stream().allMatch(asked -> facts.add(asked.fact()));
    }

    private static List<String> outline(Rule rule) {
        return rule.asks().stream()
                .map(asked -> asked.mode() + " " + asked.name() + " " + asked.fact())
                .toList();
    }

    private static Map<String, String> remembered(Rule rule) {
        var remembered = new TreeMap<String, String>();
        for (Asked asked : rule.asks()) {
            for (Condition condition : asked.conditions()) {
                Expression tree = condition.tree();
                Expression left = tree instanceof Comparison comparison ? comparison.left() : tree;
                if (left instanceof Binding binding) {
                    remembered.put(binding.name(), binding.value().toString());
                }
            }
        }
        return remembered;
    }
}
