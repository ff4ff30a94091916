package retention.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.facts.SurveyKind;
import retention.facts.Surveys;
import retention.facts.Today;
import retention.json.DidYouMean;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Step;
import retention.rules.expression.Word;

/** Checks one question of a chain with the values in its parentheses. */
final class Arguments {

    private final Subject subject;
    private final Complaints complaints;
    private final Set<String> besides;

    /** {@code besides} is what an unknown name probably means, when it is not asked of the subject itself. */
    Arguments(Subject subject, Complaints complaints, Set<String> besides) {
        this.subject = subject;
        this.complaints = complaints;
        this.besides = besides;
    }

    /** What the question gives back; null when there is none of this name that takes these values, which is then reported. */
    @Nullable
    Answer answer(Step step) {
        List<Question> known = subject.questions(step.name());
        if (known.isEmpty()) {
            complaints.add(
                    Code.UNKNOWN_FIELD,
                    step.at(),
                    subject.name() + " has no field \"" + step.name() + "\""
                            + besides.stream()
                                    .map(" - did you mean \"%s\"?"::formatted)
                                    .findFirst()
                                    .orElse(DidYouMean.hint(step.name(), subject.questions())));
            return null;
        }
        for (Question question : known) {
            if (question.parameters().size() == step.arguments().size()) {
                return checked(question, step);
            }
        }
        return number(known, step);
    }

    private @Nullable Answer number(List<Question> known, Step step) {
        String takes = known.stream()
                .map(question -> question.parameters().isEmpty() ? "nothing" : words(question))
                .collect(Collectors.joining(" or "));
        complaints.add(
                Code.WRONG_ARGUMENT,
                step.at(),
                "\"" + step.name() + "\" of " + subject.name() + " takes " + takes + " in its parentheses");
        return null;
    }

    private static String words(Question question) {
        return question.parameters().stream().map(Arguments::words).collect(Collectors.joining(", "));
    }

    private static String words(Class<?> parameter) {
        if (parameter == int.class) {
            return "a whole number";
        }
        return parameter.isEnum() ? "a word of " + parameter.getSimpleName() : "a text in quotes";
    }

    private @Nullable Answer checked(Question question, Step step) {
        int before = complaints.count();
        for (int i = 0; i < step.arguments().size(); i++) {
            argument(question, question.parameters().get(i), step.arguments().get(i));
        }
        if (complaints.count() == before && subject.type() == Today.class) {
            ends(step);
        }
        return complaints.count() == before ? question.answer() : null;
    }

    private void argument(Question question, Class<?> wanted, Expression given) {
        if (wanted == int.class && given instanceof Literal number && number.kind() == Literal.Kind.WHOLE) {
            range(number);
        } else if (wanted == String.class && given instanceof Literal text && text.kind() == Literal.Kind.TEXT) {
            text(text);
        } else if (wanted.isEnum() && given instanceof Word word && word.list().equals(wanted.getSimpleName())) {
            new Answers(subject, Scope.empty(), complaints).of(word);
        } else {
            complaints.add(
                    Code.WRONG_ARGUMENT,
                    given.begin(),
                    "\"" + question.name() + "\" takes " + words(wanted) + " here, and " + Answers.quoted(given)
                            + " is none");
        }
    }

    private void range(Literal number) {
        if (number.amount().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            complaints.add(
                    Code.TOO_LARGE,
                    number.begin(),
                    number + " is too large: " + Integer.MAX_VALUE + " is the largest number");
        }
    }

    private void text(Literal text) {
        if (subject.type() == Surveys.class) {
            List<String> kinds =
                    Arrays.stream(SurveyKind.values()).map(SurveyKind::name).toList();
            if (!kinds.contains(text.text())) {
                complaints.add(
                        Code.UNKNOWN_WORD,
                        text.begin() + 1,
                        "there is no survey \"" + text.text() + "\": write one of " + String.join(", ", kinds));
            }
        } else if (subject.type() == Today.class && date(text.text()) == null) {
            complaints.add(
                    Code.WRONG_ARGUMENT,
                    text.begin() + 1,
                    "\"" + text.text() + "\" is no day that exists: write year-month-day, as in \"2026-12-24\"");
        }
    }

    private void ends(Step step) {
        var days = new ArrayList<LocalDate>();
        step.arguments().forEach(argument -> days.add(date(((Literal) argument).text())));
        if (days.size() == 2 && days.get(0).isAfter(days.get(1))) {
            complaints.add(
                    Code.WRONG_ARGUMENT,
                    step.arguments().get(1).begin() + 1,
                    "the last day lies before the first: no day is between them");
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
