package retention.rules;

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

    private final RuleFile file;
    private final String bones;
    private final FactText facts;
    private final TreeSet<Problem> problems = new TreeSet<>();

    private BrokenConditions(RuleFile file, String bones, FactText facts) {
        this.file = file;
        this.bones = bones;
        this.facts = facts;
    }

    /** What is wrong with them; none when they are fine. */
    static List<Problem> of(RuleFile file, String bones, FactText facts, Passage rule) {
        var broken = new BrokenConditions(file, bones, facts);
        Matcher when = WHEN.matcher(bones).region(rule.begin(), rule.end());
        if (when.find()) {
            broken.facts(when.start(1), when.end(1));
        }
        return List.copyOf(broken.problems);
    }

    private void facts(int from, int to) {
        Matcher fact = FACT.matcher(bones).region(from, to);
        while (fact.find()) {
            int close = facts.close(fact.end() - 1);
            conditions(fact.group(1), new FactText.Span(fact.end(), close));
            fact.region(Math.min(close, to), to);
        }
    }

    private void conditions(String fact, FactText.Span all) {
        List<FactText.Span> conditions = facts.conditions(all);
        for (FactText.Span one : conditions) {
            if (one.begin() < one.end()) {
                condition(fact, one);
            } else if (conditions.size() > 1) {
                problems.add(file.problem(
                        Code.NOT_A_CONDITION,
                        one.begin(),
                        "a condition is missing before this, or a comma is too many"));
            }
        }
    }

    private void condition(String fact, FactText.Span one) {
        int begin = one.begin();
        Reading reading = Reading.of(facts.written(one));
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
