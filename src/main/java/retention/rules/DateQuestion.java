package retention.rules;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retention.facts.AsOf;

/**
 * Which question of a fact counts the days from or to one of its dates. Found out by asking: a fact of which nothing but dates is
 * known is asked everything.
 */
final class DateQuestion {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 5;

    private DateQuestion() {}

    /** The name of the question, if there is one. */
    static Optional<String> of(@Nullable Class<?> fact, String date) {
        if (fact == null || !fact.isRecord()) {
            return Optional.empty();
        }
        return Arrays.stream(fact.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == Integer.class)
                .sorted(Comparator.comparing(Method::getName))
                .filter(method -> counts(method, fact, date))
                .map(Method::getName)
                .findFirst();
    }

    /** Whether the other dates are known or not, for some questions fall back on the next best. */
    private static boolean counts(Method question, Class<?> fact, String date) {
        return counts(answer(question, fact, date, null)) && counts(answer(question, fact, date, TODAY.minusYears(1)));
    }

    private static boolean counts(@Nullable Object answer) {
        return answer instanceof Integer days && Math.abs(days) == DAYS;
    }

    /** Null when there is none, or the fact cannot be made of a date alone. */
    private static @Nullable Object answer(Method question, Class<?> fact, String date, @Nullable LocalDate others) {
        List<RecordComponent> parts = List.of(fact.getRecordComponents());
        Object[] values = parts.stream()
                .map(part -> part.getName().equals(date) ? TODAY.minusDays(DAYS) : value(part, others))
                .toArray();
        try {
            Constructor<?> made = fact.getConstructor(
                    parts.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
            return question.invoke(made.newInstance(values));
        } catch (ReflectiveOperationException | IllegalArgumentException unasked) {
            return null;
        }
    }

    private static @Nullable Object value(RecordComponent part, @Nullable LocalDate others) {
        if (part.getType() == AsOf.class) {
            return new AsOf(TODAY);
        }
        return part.getType() == LocalDate.class ? others : null;
    }
}
