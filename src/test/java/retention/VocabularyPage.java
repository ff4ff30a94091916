package retention;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import retention.advice.Satisfaction;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.facts.About;
import retention.facts.AsOf;
import retention.facts.Customer;
import retention.facts.Facts;
import retention.facts.Today;

/** Writes the vocabulary as Markdown, from the records themselves. */
final class VocabularyPage {

    private VocabularyPage() {}

    /** One row a fact: what it is and what rules may ask it. */
    static String overview() {
        var page = new StringBuilder("| fact | what it is | questions |\n|---|---|---|\n");
        row(page, "`Customer`", about(Customer.class), questions(Customer.class));
        for (RecordComponent part : Customer.class.getRecordComponents()) {
            Class<?> type = part.getType();
            if (Facts.class.isAssignableFrom(type)) {
                row(page, "`" + part.getName() + "`", about(part), questions(type));
            } else if (type.isRecord()) {
                row(page, "`" + part.getName() + "`", about(part), questions(type));
            }
        }
        row(page, "every list", "can be asked all of these, in a chain", questions(Facts.class));
        for (Class<?> type : List.of(Today.class, Trust.class, Satisfaction.class, SwitchingCost.class)) {
            row(page, "`" + type.getSimpleName() + "`", about(type), fields(type) + " " + questions(type));
        }
        return page.toString();
    }

    /** Every field with type, meaning and unit, and every question with its meaning. */
    static String complete() {
        var page = new StringBuilder("""
                # Vocabulary

                What may be known about a customer, and what rules may ask. Made from the code; do not edit. Dates are written
                `yyyy-mm-dd`. Only `id` must be there; what is left out is not known, which is not the same as zero or none.
                """);
        section(page, "Customer", Customer.class);
        for (RecordComponent part : Customer.class.getRecordComponents()) {
            if (Facts.class.isAssignableFrom(part.getType())) {
                Class<?> item = item(part.getType());
                section(page, "`" + part.getName() + "`: a list of " + item.getSimpleName(), item);
                questionTable(page, "The list can be asked", part.getType());
            } else if (part.getType().isRecord()) {
                section(page, "`" + part.getName() + "`: " + part.getType().getSimpleName(), part.getType());
            }
        }
        page.append("\n## Every list\n");
        questionTable(page, "Every list can be asked", Facts.class);
        for (Class<?> type : List.of(Today.class, Trust.class, Satisfaction.class, SwitchingCost.class)) {
            section(page, "`" + type.getSimpleName() + "`, for rules only", type);
        }
        return page.toString();
    }

    private static void section(StringBuilder page, String title, Class<?> type) {
        page.append("\n## ").append(title).append("\n\n").append(about(type)).append("\n\n");
        page.append("| field | type | meaning |\n|---|---|---|\n");
        Arrays.stream(type.getRecordComponents())
                .filter(part -> part.getType() != AsOf.class || type == Customer.class)
                .forEach(part -> row(page, "`" + part.getName() + "`", word(part.getGenericType()), about(part)));
        questionTable(page, "Rules may also ask", type);
    }

    private static void questionTable(StringBuilder page, String title, Class<?> type) {
        if (asked(type).isEmpty()) {
            return;
        }
        page.append("\n").append(title).append(":\n\n| question | answer |\n|---|---|\n");
        asked(type)
                .forEach(question -> page.append("| `")
                        .append(signature(question))
                        .append("` | ")
                        .append(question.getAnnotation(About.class).value())
                        .append(" |\n"));
    }

    private static String questions(Class<?> type) {
        return asked(type).stream().map(q -> "`" + signature(q) + "`").collect(Collectors.joining(" "));
    }

    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(part -> "`" + part.getName() + "`")
                .collect(Collectors.joining(" "));
    }

    /** The questions that a type adds; those of every list are told once. */
    private static Collection<Method> asked(Class<?> type) {
        List<String> fields = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
        return Stream.of(type.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(About.class) && !m.isSynthetic())
                .filter(m -> m.getParameterCount() > 0 || !fields.contains(m.getName()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
                .toList();
    }

    private static String signature(Method question) {
        String parameters =
                Arrays.stream(question.getParameters()).map(Parameter::getName).collect(Collectors.joining(", "));
        return question.getName() + (parameters.isEmpty() ? "" : "(" + parameters + ")");
    }

    private static String word(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return "list of texts";
        }
        if (!(type instanceof Class<?> plain)) {
            return "object";
        }
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(c -> "`" + c + "`")
                    .collect(Collectors.joining(" "));
        }
        Map<Class<?>, String> words = Map.of(
                String.class, "text",
                Integer.class, "whole number",
                int.class, "whole number",
                Double.class, "number",
                Boolean.class, "yes or no",
                LocalDate.class, "date",
                AsOf.class, "date");
        return words.getOrDefault(plain, Facts.class.isAssignableFrom(plain) ? "list" : "object");
    }

    private static Class<?> item(Class<?> list) {
        return (Class<?>) ((ParameterizedType) list.getGenericSuperclass()).getActualTypeArguments()[0];
    }

    private static String about(AnnotatedElement element) {
        About about = element.getAnnotation(About.class);
        if (about == null) {
            throw new IllegalStateException(element + " lacks its meaning");
        }
        return about.value();
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
