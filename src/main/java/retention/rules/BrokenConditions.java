package retention.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Reading;

/**
 * Finds the conditions that cannot be read in a rule that the parser does not understand, by reading each alone. One object for
 * one rule.
 */
final class BrokenConditions {

    private static final Pattern WHEN = Pattern.compile("(?s)(?<![\\w.$])when\\b(.*?)(?<![\\w.$])then\\b");
    private static final Pattern FACT = Pattern.compile("(?<![\\w.$])([A-Z]\\w*)\\s*\\(");

    /** Values without parentheses, which a comma cuts off. */
    private static final Pattern LISTED = Pattern.compile("(?s).*\\bin\\s+[^(\\s].*");

    private static final Pattern VALUE = Pattern.compile("\\s*(?:\"+|-?[\\w.]+)\\s*");

    private final RuleFile file;
    private final String bones;
    private final TreeSet<Problem> problems = new TreeSet<>();

    private BrokenConditions(RuleFile file, String bones) {
        this.file = file;
        this.bones = bones;
    }

    /** What is wrong with them; none when they are fine. */
    static List<Problem> of(RuleFile file, String bones, Passage rule) {
        var broken = new BrokenConditions(file, bones);
        Matcher when = WHEN.matcher(bones).region(rule.begin(), rule.end());
        if (when.find()) {
            broken.facts(when.start(1), when.end(1));
        }
        return List.copyOf(broken.problems);
    }

    private void facts(int from, int to) {
        Matcher fact = FACT.matcher(bones).region(from, to);
        int at = from;
        while (fact.find()) {
            if (fact.start() >= at) {
                at = conditions(fact.group(1), fact.end(), to);
            }
        }
    }

    /** Reads those of one fact, from behind its parenthesis; gives back where it ends. */
    private int conditions(String fact, int from, int to) {
        var ends = new ArrayList<Integer>();
        int depth = 1;
        int at = from;
        for (; at < to && depth > 0; at++) {
            char c = bones.charAt(at);
            depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 || (depth == 1 && c == ',')) {
                ends.add(at);
            }
        }
        int begin = from;
        for (int i = 0; i < ends.size(); i++) {
            while (i + 1 < ends.size()
                    && LISTED.matcher(bones.substring(begin, ends.get(i))).matches()
                    && VALUE.matcher(bones.substring(ends.get(i) + 1, ends.get(i + 1)))
                            .matches()) {
                i++;
            }
            if (ends.size() > 1 && bones.substring(begin, ends.get(i)).isBlank()) {
                problems.add(file.problem(
                        Code.NOT_A_CONDITION,
                        ends.get(i),
                        "a condition is missing before this, or a comma is too many"));
            }
            condition(fact, begin, ends.get(i));
            begin = ends.get(i) + 1;
        }
        return at;
    }

    private void condition(String fact, int from, int to) {
        int begin = from;
        while (begin < to && Character.isWhitespace(bones.charAt(begin))) {
            begin++;
        }
        String text = file.text().substring(begin, to).stripTrailing();
        if (text.isEmpty()) {
            return;
        }
        Reading reading = Reading.of(text);
        if (reading.mistake() != null) {
            problems.add(file.problem(
                    Code.NOT_A_CONDITION,
                    begin + reading.mistake().at(),
                    reading.mistake().sentence()));
        } else if (reading.condition() != null && dated(reading.condition())) {
            new Conditions(file, Subject.fact(fact, Map.of()), Scope.empty(), problems)
                    .check(List.of(new Condition(reading.condition(), begin)));
        }
    }

    /** The parser does not know how a day is written, and so the vocabulary has not been asked. */
    private static boolean dated(Expression condition) {
        return condition instanceof Comparison comparison
                && comparison.right() instanceof Literal literal
                && literal.kind() == Literal.Kind.DATE;
    }
}
