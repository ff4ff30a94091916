package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.PatternDescr;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Operator;

/** That there is no such fact can be said only when the rule also asks whether the list it comes from was sent. */
final class Absence {

    /** Facts that are always there. */
    private static final Set<String> CERTAIN = Set.of("Trust", "Satisfaction", "SwitchingCost", "Signal", "Today");

    private final RuleFile file;
    private final Collection<Problem> problems;
    private final Set<String> known = new HashSet<>();

    /** {@code when} is all that the rule asks. */
    Absence(RuleFile file, AndDescr when, Collection<Problem> problems) {
        this.file = file;
        this.problems = problems;
        collect(when);
    }

    /** Reports a fact that is said not to be there; {@code what} says it in words. */
    void check(PatternDescr pattern, String what) {
        String source = Vocabulary.source(pattern.getObjectType());
        if (CERTAIN.contains(pattern.getObjectType()) || known.contains(String.valueOf(source))) {
            return;
        }
        String advice = source == null
                ? "ask what is known instead"
                : "ask also Customer( " + source + ".known ), or ask its list, as in Customer( " + source + ".none )";
        problems.add(file.problem(
                Code.MISSING_PASSES,
                pattern.getStartCharacter(),
                "that " + what + " would hold for a customer of whom nothing is known, too: " + advice));
    }

    private void collect(AndDescr when) {
        for (Object part : when.getDescrs()) {
            if (part instanceof AndDescr and) {
                collect(and);
            } else if (part instanceof PatternDescr pattern && "Customer".equals(pattern.getObjectType())) {
                var silent = new ArrayList<Problem>(); // mistakes in it are told when its turn comes
                new ConditionReader(file, silent).read(pattern).forEach(one -> source(one.tree()));
            }
        }
    }

    private void source(Expression condition) {
        if (condition instanceof Chain chain && chain.last().equals("known")) {
            known.add(chain.before());
        } else if (condition instanceof Comparison comparison
                && comparison.operator() == Operator.EQUAL
                && comparison.right() instanceof Literal literal
                && literal.is(Literal.Kind.YES_NO, "true")) {
            source(comparison.left());
        }
    }
}
