package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.drl.ast.descr.PatternDescr;
import retention.rules.expression.Binding;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Operator;

/** Reads which signal a rule asks for: one, by its name. Why it was raised may be remembered. */
final class SignalName {

    private static final String WHICH = "a signal is asked for by its name: Signal( name == \"...\" )";

    private final RuleFile file;
    private final Collection<Problem> problems;

    SignalName(RuleFile file, Collection<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The name, with its place; none when it cannot be said, which has then been reported. */
    List<Rule.Said> read(PatternDescr pattern, List<Condition> conditions) {
        var names = new ArrayList<Rule.Said>();
        for (Condition condition : conditions) {
            if (condition.tree() instanceof Comparison comparison
                    && comparison.operator() == Operator.EQUAL
                    && asks(comparison.left(), "name")
                    && comparison.right() instanceof Literal name
                    && name.kind() == Literal.Kind.TEXT) {
                names.add(new Rule.Said("Signal", name.text(), condition.offset() + name.begin() + 1));
            } else if (!(condition.tree() instanceof Binding why && asks(why.value(), "because"))) {
                problems.add(file.problem(Code.SIGNAL_WITHOUT_NAME, condition.offset(), WHICH));
                return names;
            }
        }
        if (names.isEmpty()
                && conditions.size() == pattern.getConstraint().getDescrs().size()) {
            problems.add(file.problem(Code.SIGNAL_WITHOUT_NAME, pattern.getStartCharacter(), WHICH));
        }
        return names;
    }

    private static boolean asks(Expression value, String field) {
        return value instanceof Chain && value.toString().equals(field);
    }
}
