package retention.rules.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.advice.Level;
import retention.advice.Satisfaction;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.facts.Facts;
import retention.rules.expression.Both;
import retention.rules.expression.Expression;

/**
 * One condition of a fact, ready to be asked, with what is told when it fails.
 *
 * @param rank how far into the rule it stands
 * @param questions what it asks, by how that is shown
 */
record Conditioned(Test test, int rank, String shown, Map<String, Value> questions) {

    /** Conditions with {@code &&} between them are several, so that the first that fails can be told. */
    static List<Conditioned> of(List<Expression> conditions, Asker asker, Scope scope, Type fact, int owner) {
        var values = new Valuing(asker, scope, fact, owner);
        var made = new ArrayList<Conditioned>();
        conditions.forEach(condition -> add(condition, values, scope, owner, made));
        return List.copyOf(made);
    }

    private static void add(Expression condition, Valuing values, Scope scope, int owner, List<Conditioned> made) {
        if (condition instanceof Both both) {
            both.parts().forEach(part -> add(part, values, scope, owner, made));
            return;
        }
        Test test = new Testing(values, scope.noted()).of(condition);
        Expression shown = new Shown(scope, owner).plain(condition);
        var questions = new LinkedHashMap<String, Value>();
        Shown.questions(shown).forEach((text, question) -> questions.put(text, values.shown(question)));
        made.add(new Conditioned(test, scope.rank(), shown.toString(), questions));
    }

    /** What failed, with the values seen; of a score, its value and level. */
    Failure failure(String type, Frame frame) {
        List<Failure.Seen> seen = new ArrayList<>();
        Object fact = frame.current().fact();
        if (fact instanceof Trust score) {
            seen.addAll(score(score.value(), score.level()));
        } else if (fact instanceof Satisfaction score) {
            seen.addAll(score(score.value(), score.level()));
        } else if (fact instanceof SwitchingCost score) {
            seen.addAll(score(score.value(), score.level()));
        } else {
            questions.forEach((text, value) -> seen.add(new Failure.Seen(text, answer(value, frame))));
        }
        return new Failure(Failure.Kind.CONDITION, type, frame.current().path(), shown, List.copyOf(seen), List.of());
    }

    private static List<Failure.Seen> score(int value, Level level) {
        return List.of(new Failure.Seen("value", value), new Failure.Seen("level", level));
    }

    /** As it can be shown: of a list how many, of a whole fact that there is one. */
    private static @Nullable Object answer(Value value, Frame frame) {
        Object answer = value.of(frame);
        if (answer == null || answer == Value.NOBODY) {
            return null;
        }
        if (answer instanceof Facts<?, ?> list) {
            return list.count();
        }
        boolean plain = answer instanceof Number
                || answer instanceof String
                || answer instanceof Boolean
                || answer instanceof Enum<?>
                || answer instanceof LocalDate
                || answer instanceof Collection<?>;
        return plain ? answer : "(known)";
    }
}
