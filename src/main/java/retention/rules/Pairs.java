package retention.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import retention.facts.Customer;

/** Finds two facts of lists in one rule that nothing joins: the rule then speaks once for each pair of them. */
final class Pairs {

    private static final Pattern NAME = Pattern.compile("\\$(\\w+)");

    /** There is one of each, or it is asked for by name. */
    private static final Set<String> SINGLE =
            Set.of("Customer", "Today", "Trust", "Satisfaction", "SwitchingCost", "Signal");

    private final Rule rule;

    Pairs(Rule rule) {
        this.rule = rule;
    }

    /** One for each fact that nothing joins to those before it. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        List<Set<String>> groups = groups();
        var before = new ArrayList<Set<String>>();
        for (Asked asked : rule.asks()) {
            if (asked.mode() == Asked.Mode.EACH && many(asked)) {
                Set<String> group = group(groups, names(asked));
                if (!before.isEmpty() && before.stream().noneMatch(other -> meet(other, group))) {
                    problems.add(rule.file().problem(Code.EVERY_PAIR, asked.offset(), sentence(asked)));
                }
                before.add(group);
            }
        }
        return problems;
    }

    private static String sentence(Asked asked) {
        return "nothing joins " + asked.fact()
                + " to the facts before it, so the rule speaks once for every pair: write "
                + "\"exists\" before it, or ask a list of the customer";
    }

    /** Names that belong together, because some fact speaks of them in one breath. */
    private List<Set<String>> groups() {
        var groups = new ArrayList<Set<String>>();
        for (Asked asked : rule.asks()) {
            Set<String> names = new HashSet<>(group(groups, names(asked)));
            groups.removeIf(group -> meet(group, names));
            groups.add(names);
        }
        return groups;
    }

    private static Set<String> group(List<Set<String>> groups, Set<String> names) {
        var all = new HashSet<>(names);
        groups.stream().filter(group -> meet(group, names)).forEach(all::addAll);
        return all;
    }

    /** Whether there can be more than one. */
    private static boolean many(Asked asked) {
        if (SINGLE.contains(asked.fact())) {
            return false;
        }
        String source = Vocabulary.source(asked.fact());
        Class<?> type = Vocabulary.type(asked.fact());
        return source == null
                || Vocabulary.questions(Customer.class, source).stream()
                        .noneMatch(question -> question.answer().type() == type);
    }

    /** What it remembers and what it asks of others. */
    private static Set<String> names(Asked asked) {
        var names = new HashSet<String>();
        if (!asked.name().isEmpty()) {
            names.add(asked.name());
        }
        for (Condition condition : asked.conditions()) {
            Matcher name = NAME.matcher(condition.tree().toString());
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
