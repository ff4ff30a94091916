package retention.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import retention.rules.expression.Binding;
import retention.rules.expression.Both;
import retention.rules.expression.Chain;
import retention.rules.expression.Comparison;
import retention.rules.expression.Either;
import retention.rules.expression.Expression;
import retention.rules.expression.Negation;

/**
 * Checks the conditions on one fact against the vocabulary: every name exists, what is compared is of one kind, and nothing
 * counts a missing value as if it were there. One object for one fact in one rule.
 */
final class Conditions {

    private final RuleFile file;
    private final Subject subject;
    private final Scope scope;
    private final Collection<Problem> problems;
    private final Map<String, String> remembered = new HashMap<>();

    /** What the conditions remember goes into the scope. */
    Conditions(RuleFile file, Subject subject, Scope scope, Collection<Problem> problems) {
        this.file = file;
        this.subject = subject;
        this.scope = scope;
        this.problems = problems;
    }

    /** Checks the conditions in their order. */
    void check(List<Condition> conditions) {
        List<Expression> all = conditions.stream().map(Condition::tree).toList();
        all.forEach(this::note);
        for (int i = 0; i < all.size(); i++) {
            var complaints = new Complaints(file, conditions.get(i).offset(), problems);
            new One(complaints).check(all.get(i), Known.nothing().among(all, i, remembered));
        }
        var known = new HashSet<String>();
        all.forEach(one -> known.addAll(Known.asked(one, remembered)));
        known.stream().filter(one -> one.matches("\\$\\w+")).forEach(one -> scope.makeCertain(one.substring(1)));
    }

    private void note(Expression condition) {
        Expression left = condition instanceof Comparison comparison ? comparison.left() : condition;
        if (left instanceof Binding binding) {
            remembered.put("$" + binding.name(), binding.value().toString());
        }
    }

    /** One condition, whose places are told from where it begins. */
    private final class One {

        private final Complaints complaints;
        private final Answers answers;
        private final Comparing comparing;
        private final Missing missing;

        One(Complaints complaints) {
            this.complaints = complaints;
            this.answers = new Answers(subject, scope, complaints);
            this.comparing = new Comparing(answers, complaints);
            this.missing = new Missing(answers, complaints);
        }

        void check(Expression condition, Known known) {
            check(condition, false, known);
            Expression left = condition instanceof Comparison comparison ? comparison.left() : condition;
            if (left instanceof Binding binding) {
                remember(binding);
            }
        }

        private void check(Expression condition, boolean turned, Known known) {
            if (condition instanceof Either either) {
                either.parts().forEach(part -> check(part, turned, known));
            } else if (condition instanceof Both both) {
                for (int i = 0; i < both.parts().size(); i++) {
                    Known here = turned ? known : known.among(both.parts(), i, remembered);
                    check(both.parts().get(i), turned, here);
                }
            } else if (condition instanceof Negation negation) {
                check(negation.inner(), !turned, known);
            } else if (condition instanceof Comparison comparison) {
                compare(comparison, turned, known);
            } else if (condition instanceof Chain question) {
                alone(question, turned);
            } else if (condition instanceof Binding binding) {
                answers.of(binding.value());
            }
        }

        private void compare(Comparison comparison, boolean turned, Known known) {
            int before = complaints.count();
            comparing.check(comparison);
            if (complaints.count() == before) {
                missing.comparison(comparison, turned, known);
            }
        }

        private void alone(Chain question, boolean turned) {
            Answer answer = answers.of(question);
            if (answer != null && answer.kind() != Kind.YES_NO) {
                complaints.add(
                        Code.WRONG_KIND,
                        question.begin(),
                        "\"" + question + "\" is not a question with yes or no: compare it, as in "
                                + example(question, answer));
            } else if (answer != null) {
                missing.alone(question, answer, turned);
            }
        }

        private void remember(Binding binding) {
            if (scope.names().contains("$" + binding.name())) {
                complaints.add(
                        Code.REMEMBERED_VALUE,
                        binding.begin(),
                        "$" + binding.name() + " is remembered already: choose another name here");
            }
            Answer answer = complaints.count() == 0 ? answers.of(binding.value()) : null;
            if (answer == null) {
                scope.rememberUnclear(binding.name());
            } else if (answer.kind().answers()) {
                complaints.add(
                        Code.REMEMBERED_VALUE,
                        binding.value().begin(),
                        "$" + binding.name() + " must remember one answer, and \"" + binding.value() + "\" is "
                                + answer.kind().words() + ": ask it something");
                scope.rememberUnclear(binding.name());
            } else {
                scope.remember(binding.name(), answer);
            }
        }
    }

    private static String example(Chain question, Answer answer) {
        return switch (answer.kind()) {
            case NUMBER -> question + " >= 1";
            case LIST -> question + ".any";
            case FACT -> question + ".known";
            case WORD ->
                question + " == " + answer.type().getSimpleName() + "."
                        + answer.type().getEnumConstants()[0];
            case TEXT -> question + " == \"...\"";
            default -> question + " != null";
        };
    }
}
