package retention.rules;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import retention.advice.Catalogue;

/** What a rule folder holds, for people: each rule with its place, what it serves, concludes, and why. */
public record RuleListing(String revision, String engineVersion, List<Entry> rules) {

    /** The rules by file and place. */
    static RuleListing of(List<Rule> rules, String revision) {
        List<Entry> entries = rules.stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.file().name()).thenComparingInt(Rule::line))
                .map(RuleListing::entry)
                .toList();
        return new RuleListing(revision, Product.version(), entries);
    }

    /**
     * One rule.
     *
     * @param plays codes of the plays it serves
     * @param note the comment above it, behind those codes
     * @param evidence the points it gives or takes
     * @param signals names of the signals it raises
     * @param recommends codes of actions
     * @param withholds codes of actions, and tags for all actions that have them
     */
    public record Entry(
            String name,
            String strategy,
            String file,
            int line,
            List<String> plays,
            String note,
            List<Points> evidence,
            List<String> signals,
            List<String> recommends,
            List<String> withholds) {}

    /**
     * Points for or against a score.
     *
     * @param dimension TRUST, SATISFACTION or SWITCHING_COST
     * @param points as the rule has them: a number, or a sum with remembered values
     */
    public record Points(String dimension, String points) {}

    /** Codes of the actions that no rule recommends, but for the fallback and the way out. */
    public List<String> neverRecommended(Catalogue catalogue) {
        var unused = new TreeSet<>(catalogue.actions().keySet());
        unused.remove(catalogue.fallback().code());
        unused.remove(catalogue.wayOut().code());
        rules.forEach(rule -> unused.removeAll(rule.recommends()));
        return List.copyOf(unused);
    }

    private static Entry entry(Rule rule) {
        return new Entry(
                rule.name(),
                rule.file().strategy(),
                rule.file().shown(),
                rule.line(),
                rule.note().plays().stream().map(Rule.Said::name).distinct().toList(),
                rule.note().why(),
                rule.evidence(),
                said(rule, "Signal"),
                said(rule, "Recommend"),
                said(rule, "Withhold"));
    }

    private static List<String> said(Rule rule, String kind) {
        return rule.says().stream()
                .filter(said -> said.kind().equals(kind))
                .map(Rule.Said::name)
                .distinct()
                .toList();
    }
}
