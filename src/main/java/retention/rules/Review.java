package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import retention.advice.Action;
import retention.advice.Catalogue;
import retention.advice.Sentences;

/**
 * Finds what rules that are all right say in vain: rules that can never speak, comparisons that say nothing, rules that
 * change nothing. What it cannot prove it does not tell.
 */
final class Review {

    private final List<Rule> rules;
    private final Map<String, Declared> declared;
    private final Catalogue catalogue;
    private final Set<Problem> warnings = new TreeSet<>();
    private final Map<String, List<Case>> cases = new HashMap<>();

    Review(List<Rule> rules, Map<String, Declared> declared, Catalogue catalogue) {
        this.rules = rules;
        this.declared = declared;
        this.catalogue = catalogue;
    }

    /** All of it, by file and place. */
    List<Problem> warnings() {
        for (Rule rule : rules) {
            cases.put(rule.name(), Cases.of(rule, declared));
            Set<Integer> told = never(rule);
            comparisons(rule, told);
            warnings.addAll(new Pairs(rule).problems());
            warnings.addAll(OddNumbers.of(rule));
        }
        Map<String, List<Rule>> byConclusion = byConclusion();
        for (Rule rule : rules) {
            if (speaks(rule)) {
                concerned(rule, byConclusion).stream().filter(this::speaks).forEach(other -> both(rule, other));
            }
        }
        return List.copyOf(warnings);
    }

    private Map<String, List<Rule>> byConclusion() {
        var byConclusion = new HashMap<String, List<Rule>>();
        for (Rule rule : rules) {
            says(rule)
                    .forEach(said -> byConclusion
                            .computeIfAbsent(said, none -> new ArrayList<>())
                            .add(rule));
        }
        return byConclusion;
    }

    /** The other rules that conclude something in common, or withhold what this one recommends. */
    private Collection<Rule> concerned(Rule rule, Map<String, List<Rule>> byConclusion) {
        var concerned = new LinkedHashMap<String, Rule>();
        for (Rule.Said said : rule.says()) {
            add(byConclusion, said.kind() + " " + said.name(), concerned);
            Action action =
                    said.kind().equals("Recommend") ? catalogue.actions().get(said.name()) : null;
            if (action != null) {
                add(byConclusion, "Withhold " + action.code(), concerned);
                action.tags().forEach(tag -> add(byConclusion, "Withhold " + tag, concerned));
            }
        }
        concerned.remove(rule.name());
        return concerned.values();
    }

    private static void add(Map<String, List<Rule>> byConclusion, String conclusion, Map<String, Rule> concerned) {
        byConclusion.getOrDefault(conclusion, List.of()).forEach(rule -> concerned.put(rule.name(), rule));
    }

    private boolean speaks(Rule rule) {
        List<Case> all = cases.getOrDefault(rule.name(), List.of());
        return !all.isEmpty() && all.stream().anyMatch(one -> one.broken() == null);
    }

    private Set<Integer> never(Rule rule) {
        var told = new HashSet<Integer>();
        List<Case> all = cases.getOrDefault(rule.name(), List.of());
        if (all.isEmpty() || speaks(rule)) {
            return told;
        }
        Claim broken = all.get(0).broken();
        if (broken != null && all.size() == 1) {
            told.add(broken.offset());
            warn(rule, Code.NEVER_SPEAKS, broken.offset(), "this rule never speaks: " + why(broken));
        } else {
            warn(rule, Code.NEVER_SPEAKS, start(rule), "this rule never speaks: its conditions contradict each other");
        }
        return told;
    }

    private static String why(Claim broken) {
        Term term = broken.term();
        if (term == null) {
            return "its conditions contradict each other";
        }
        return term.all().meet(broken.allowed()).empty()
                ? outside(term)
                : "what it asks here of \"" + term.key() + "\" contradicts what it asked before";
    }

    private static String outside(Term term) {
        return term.all().bounded()
                ? "\"" + term.key() + "\" is " + term.all().range()
                : "\"" + term.key() + "\" can never be that";
    }

    private void comparisons(Rule rule, Set<Integer> told) {
        for (Claim claim : Cases.claims(rule, declared)) {
            Term term = claim.term();
            if (term == null || told.contains(claim.offset())) {
                continue;
            }
            if (term.all().meet(claim.allowed()).empty()) {
                warn(rule, Code.ALWAYS_THE_SAME, claim.offset(), "this never holds: " + outside(term));
            } else if (claim.ordered()
                    && !claim.allowed().missing()
                    && term.all().known().within(claim.allowed())) {
                warn(
                        rule,
                        Code.ALWAYS_THE_SAME,
                        claim.offset(),
                        "this holds whenever it is known: " + outside(term) + "; to ask only whether it is known write "
                                + term.key() + " != null");
            }
        }
    }

    /** Two rules, each seen once as the first. */
    private void both(Rule rule, Rule other) {
        if (rule.file().stage() != other.file().stage() || !implies(rule, other)) {
            return;
        }
        if (conclusions(rule).equals(conclusions(other)) && implies(other, rule)) {
            if (later(rule, other)) {
                warn(rule, Code.SAME_RULE, start(rule), "this rule asks and concludes the same as " + named(other));
            }
        } else if (addsNothing(rule, other)) {
            warn(
                    rule,
                    Code.CHANGES_NOTHING,
                    start(rule),
                    "this rule changes nothing but the reasons: whenever it speaks, " + named(other)
                            + " concludes the same");
        }
        for (Rule.Said said : rule.says()) {
            if (said.kind().equals("Recommend") && withholds(other, said.name())) {
                warn(
                        rule,
                        Code.ALWAYS_WITHHELD,
                        said.offset(),
                        said.name() + " is never advised by this rule: whenever it speaks, " + named(other)
                                + " withholds it");
            }
        }
    }

    /** Whether a rule whose conditions are those of another or stricter has no conclusion of its own. */
    private boolean addsNothing(Rule rule, Rule other) {
        return rule.evidence().isEmpty()
                && says(other).containsAll(says(rule))
                && weights(other).equals(weights(rule))
                && rule.says().stream()
                        .allMatch(said -> !said.kind().equals("Recommend") || noMatterWho(rule, other, said));
    }

    /** The words for the customer are filled from the reasons, and the strategy is that of a rule. */
    private boolean noMatterWho(Rule rule, Rule other, Rule.Said said) {
        Action action = catalogue.actions().get(said.name());
        return action != null
                && rule.file().strategy().equals(other.file().strategy())
                && action.text().values().stream()
                        .allMatch(text -> Sentences.places(text).isEmpty());
    }

    private static Set<String> weights(Rule rule) {
        var weights = new TreeSet<String>();
        rule.says().stream().filter(said -> said.kind().equals(Rule.WEIGHT)).forEach(said -> weights.add(said.name()));
        return weights;
    }

    private static boolean later(Rule rule, Rule other) {
        int files = rule.file().name().compareTo(other.file().name());
        return files > 0 || (files == 0 && rule.begin() > other.begin());
    }

    private boolean implies(Rule rule, Rule other) {
        List<Case> others = cases.getOrDefault(other.name(), List.of());
        return cases.getOrDefault(rule.name(), List.of()).stream()
                .filter(one -> one.broken() == null)
                .allMatch(one -> others.stream().filter(o -> o.broken() == null).anyMatch(one::implies));
    }

    private boolean withholds(Rule other, String code) {
        Action action = catalogue.actions().get(code);
        return other.says().stream()
                .filter(said -> said.kind().equals("Withhold"))
                .anyMatch(said -> said.name().equals(code)
                        || (action != null && action.tags().contains(said.name())));
    }

    private static Set<String> says(Rule rule) {
        var says = new TreeSet<String>();
        rule.says().forEach(said -> says.add(said.kind() + " " + said.name() + whose(rule, said)));
        return says;
    }

    /** What is remembered under one name may be something else. */
    private static String whose(Rule rule, Rule.Said said) {
        return said.kind().equals(Rule.WEIGHT) && said.name().contains("$") ? " of " + rule.name() : "";
    }

    /** What it concludes, and how often: once for each fact, or once. */
    private static List<String> conclusions(Rule rule) {
        var all = new ArrayList<>(says(rule));
        rule.asks().forEach(asked -> all.add(asked.mode() + " " + asked.fact()));
        for (RuleListing.Points points : rule.evidence()) { // what is remembered under one name may be something else
            String by = points.points().contains("$") ? " of " + rule.name() : "";
            all.add(points.dimension() + " " + points.points() + by);
        }
        return all.stream().sorted().toList();
    }

    private static String named(Rule rule) {
        return "\"" + rule.name() + "\" (" + rule.file().shown() + ":" + rule.line() + ")";
    }

    private static int start(Rule rule) {
        return rule.file().lineStart(rule.line());
    }

    private void warn(Rule rule, Code code, int offset, String message) {
        warnings.add(rule.file().problem(code, offset, message));
    }
}
