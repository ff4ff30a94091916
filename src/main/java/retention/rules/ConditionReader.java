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

    private static final String NO_CONDITION =
            "what stands here is no condition: write a field, an operator and a value";

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
            if (part instanceof ExprConstraintDescr written && written.getStartCharacter() >= 0) {
                read(written, conditions);
            } else {
                complain(pattern.getStartCharacter(), NO_CONDITION);
            }
        }
        return conditions;
    }

    private void read(ExprConstraintDescr written, List<Condition> conditions) {
        int offset = written.getStartCharacter();
        if (written.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            complain(Math.max(offset, file.text().indexOf(';', offset)), "conditions are divided by commas, not by ;");
            return;
        }
        String text = file.text().substring(offset, Math.min(file.text().length(), written.getEndCharacter() + 1));
        Reading reading = Reading.of(text);
        Mistake mistake = reading.mistake();
        if (mistake != null) {
            complain(offset + mistake.at(), mistake.sentence());
        } else if (reading.condition() == null || !text.equals(written.getExpression())) {
            complain(offset, NO_CONDITION); // what is compiled must be what was read here
        } else {
            conditions.add(new Condition(reading.condition(), offset));
        }
    }

    private void complain(int offset, String message) {
        problems.add(file.problem(Code.NOT_A_CONDITION, offset, message));
    }
}
