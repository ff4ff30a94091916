package retention.rules;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import retention.advice.Satisfaction;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.facts.Customer;
import retention.facts.Today;
import retention.rules.sandbox.Steps;

/**
 * The facts of a rule that are put beside each other without being compared: the engine makes every combination of them,
 * and nothing in the rule counts the steps. Immutable.
 *
 * @param groups types of facts; each group is combined, each with each
 */
record Combinations(String rule, List<List<Class<?>>> groups) {

    /** Of these there is one, or none. */
    private static final Set<Class<?>> SINGLE = Stream.concat(
                    Arrays.stream(Customer.class.getRecordComponents()).map(RecordComponent::getType),
                    Stream.of(Customer.class, Today.class, Trust.class, Satisfaction.class, SwitchingCost.class))
            .collect(Collectors.toUnmodifiableSet());

    static Combinations of(org.drools.model.Rule rule) {
        var walk = new Walk();
        walk.through(rule.getView(), List.of());
        return new Combinations(rule.getName(), List.copyOf(walk.groups));
    }

    /** Whether it has any. */
    boolean possible() {
        return !groups.isEmpty();
    }

    /** Throws IllegalStateException when there are too many of them among these facts. */
    void check(List<Object> facts, Steps steps) {
        for (List<Class<?>> group : groups) {
            double combinations = 1;
            for (Class<?> type : group) {
                combinations *= facts.stream().filter(type::isInstance).count();
            }
            steps.combines(rule, combinations);
        }
    }

    /** One walk through the conditions of a rule. */
    private static final class Walk {

        private final List<List<Class<?>>> groups = new ArrayList<>();

        /** The types whose facts are combined before a condition, and behind it. */
        List<Class<?>> through(Condition condition, List<Class<?>> before) {
            if (condition instanceof AccumulatePattern<?> counted) {
                through(inside(counted), before);
                return before; // one result for each combination
            }
            if (condition instanceof Pattern<?> pattern) {
                return pattern(pattern, before);
            }
            boolean oneIsEnough =
                    condition.getType() == Condition.Type.NOT || condition.getType() == Condition.Type.EXISTS;
            if (oneIsEnough && condition.getSubConditions().get(0) instanceof Pattern<?>) {
                return before; // the engine looks for the first
            }
            List<Class<?>> behind = before;
            for (Condition part : condition.getSubConditions()) {
                boolean either = condition.getType() == Condition.Type.OR;
                List<Class<?>> after = through(part, either ? before : behind);
                behind = !either || after.size() > behind.size() ? after : behind;
            }
            return oneIsEnough ? before : behind;
        }

        private static Condition inside(AccumulatePattern<?> counted) {
            return counted.isCompositePatterns() ? counted.getCondition() : counted.getPattern();
        }

        private List<Class<?>> pattern(Pattern<?> pattern, List<Class<?>> before) {
            Class<?> type = pattern.getPatternVariable().getType();
            if (SINGLE.contains(type)) {
                return before;
            }
            List<Class<?>> behind =
                    Stream.concat(before.stream(), Stream.of(type)).toList();
            if (!before.isEmpty() && !compared(pattern)) {
                groups.add(behind);
            }
            return behind;
        }

        /** Whether some condition on a fact looks at another one. */
        private static boolean compared(Pattern<?> pattern) {
            Set<Variable<?>> own = new HashSet<>(Set.of(pattern.getPatternVariable()));
            for (Binding binding : pattern.getBindings()) {
                own.add(binding.getBoundVariable());
            }
            return singles(pattern.getConstraint())
                    .flatMap(single -> Arrays.stream(single.getVariables()))
                    .anyMatch(variable -> !own.contains(variable));
        }

        private static Stream<SingleConstraint> singles(Constraint constraint) {
            return constraint instanceof SingleConstraint single
                    ? Stream.of(single)
                    : constraint.getChildren().stream().flatMap(Walk::singles);
        }
    }
}
