package retention.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import retention.rules.expression.Mistake;
import retention.rules.expression.Reading;

/** Reads the conditions in the parentheses of a fact. Whatever it cannot read is reported and never compiled. */
final class ConditionReader {

    private final RuleFile file;
    private final Collection<Problem> problems;

    ConditionReader(RuleFile file, Collection<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Those that can be read, in their order. */
    List<Condition> read(PatternDescr pattern) {
        var conditions = new ArrayList<Condition>();
        for (BaseDescr part : pattern.getConstraint().getDescrs()) {
            if (part instanceof ExprConstraintDescr written && whole(written)) {
                read(written, conditions);
            } else {
                problems.add(file.problem(
                        Code.NOT_A_CONDITION,
                        pattern.getStartCharacter(),
                        "what stands in these parentheses is no condition: write a field, an operator and a value"));
            }
        }
        return conditions;
    }

    /** Whether the text that is compiled is the one that is read here. */
    private boolean whole(ExprConstraintDescr written) {
        return file.text().startsWith(written.getExpression(), written.getStartCharacter());
    }

    private void read(ExprConstraintDescr written, List<Condition> conditions) {
        int offset = written.getStartCharacter();
        if (written.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            problems.add(file.problem(
                    Code.NOT_A_CONDITION,
                    Math.max(offset, file.text().indexOf(';', offset)),
                    "conditions are divided by commas, not by ;"));
            return;
        }
        Reading reading = Reading.of(written.getExpression());
        Mistake mistake = reading.mistake();
        if (mistake != null) {
            problems.add(file.problem(Code.NOT_A_CONDITION, offset + mistake.at(), mistake.sentence()));
        } else if (reading.condition() != null) {
            conditions.add(new Condition(reading.condition(), offset));
        }
    }
}
