package retention.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.advice.Level;
import retention.rules.expression.Chain;
import retention.rules.expression.Step;

/** Finds out what the questions of one rule are about, so that two of them that mean the same become one term. */
final class Terms {

    private static final Set<String> LEVELS = Set.of("Trust", "Satisfaction", "SwitchingCost");

    private final Map<String, Declared> declared;
    private final Map<String, Chain> answers = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();

    Terms(Map<String, Declared> declared) {
        this.declared = declared;
    }

    /** Remembers which question of which fact a name stands for. */
    void answer(String name, String subject, Chain question) {
        answers.put(name, question);
        subjects.put(name, subject);
    }

    /** Remembers which fact a name stands for. */
    void fact(String name, String subject) {
        subjects.put(name, subject);
    }

    /** The fact that a chain is asked of; null when that cannot be told. */
    @Nullable
    String subject(Chain chain, String here) {
        return chain.start().isEmpty() ? here : subjects.get(chain.start());
    }

    /** What a chain asks for, seen from a fact; null when that cannot be told. */
    @Nullable
    Term of(Chain chain, String here) {
        String subject = subject(chain, here);
        Chain remembered = answers.get(chain.start());
        if (subject == null) {
            return null;
        }
        if (chain.remembered() && remembered != null) {
            return of(remembered, subject);
        }
        return chain.remembered() ? null : term(subject, new Chain("", chain.steps(), chain.begin()));
    }

    private @Nullable Term term(String subject, Chain question) {
        Subject of = Subject.fact(subject.replaceFirst("#.*", ""), declared);
        boolean missing = false;
        Question last = null;
        for (Step step : question.steps()) {
            Question asked = asked(of, step);
            if (asked == null) {
                return null;
            }
            missing |= asked.answer().mayBeMissing();
            boolean list = of.type() != null && Kind.of(of.type()) == Kind.LIST;
            if (list && Set.of("any", "none", "known").contains(step.name())) {
                return list(subject, question);
            }
            of = Subject.answer(asked.answer().type());
            last = asked;
        }
        return last == null ? null : term(subject, question, last, missing);
    }

    private static @Nullable Question asked(Subject of, Step step) {
        return of.questions(step.name()).stream()
                .filter(question ->
                        question.parameters().size() == step.arguments().size())
                .findFirst()
                .orElse(null);
    }

    /** Any, none and known are ways of asking how many there are. */
    private static Term list(String subject, Chain question) {
        String before = question.before();
        Domain all = Domain.from(BigDecimal.ZERO, false, true).orMissing();
        Domain zero = Domain.of(Set.of("0"), true);
        Domain some = Domain.from(BigDecimal.ONE, false, true);
        String key = (before.isEmpty() ? "" : before + ".") + "count";
        return switch (question.last()) {
            case "any" -> new Term(subject, key, all, some, zero.orMissing());
            case "none" -> new Term(subject, key, all, zero, some.orMissing());
            default -> new Term(subject, key, all, all.known(), Domain.nothing(true));
        };
    }

    private static Term term(String subject, Chain question, Question last, boolean missing) {
        String key = question.toString();
        if (LEVELS.contains(subject)
                && last.answer().kind() == Kind.YES_NO) { // low, medium, high: each rules out the others
            String level = last.name().toUpperCase(Locale.ROOT);
            Domain all = words(Level.class);
            return new Term(
                    subject,
                    "level",
                    all,
                    Domain.of(Set.of(level), false),
                    all.meet(Domain.except(List.of(level), false)));
        }
        Domain all = all(last, missing);
        return last.answer().kind() == Kind.YES_NO
                ? new Term(
                        subject,
                        key,
                        all,
                        all.meet(yes("true")),
                        all.meet(yes("false").orMissing()))
                : Term.value(subject, key, all);
    }

    private static Domain all(Question last, boolean missing) {
        Class<?> type = last.answer().type();
        Domain all = switch (last.answer().kind()) {
            case WORD -> words(type);
            case YES_NO -> Domain.of(Set.of("true", "false"), false);
            case NUMBER -> number(last);
            default -> Domain.all(false).known();
        };
        return missing ? all.orMissing() : all;
    }

    private static Domain number(Question last) {
        boolean whole = last.answer().type() != Double.class && last.answer().type() != double.class;
        Domain all = Domain.all(whole).known();
        Domain least = last.least() == Integer.MIN_VALUE
                ? all
                : all.meet(Domain.from(BigDecimal.valueOf(last.least()), false, whole));
        return last.most() == Integer.MAX_VALUE
                ? least
                : least.meet(Domain.to(BigDecimal.valueOf(last.most()), false, whole));
    }

    private static Domain words(Class<?> list) {
        return Domain.of(
                Arrays.stream(list.getEnumConstants()).map(String::valueOf).collect(Collectors.toSet()), false);
    }

    private static Domain yes(String word) {
        return Domain.of(Set.of(word), false);
    }
}
