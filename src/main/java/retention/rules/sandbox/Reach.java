package retention.rules.sandbox;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import retention.facts.Facts;

/**
 * What of our own program the classes of rules may touch. Immutable.
 *
 * @param types their names, with dots
 * @param questions methods of facts, as {@code owner name descriptor}
 * @param words constants of lists of words, as {@code owner name}
 * @param conclusions constructors, as their owner
 * @param lists of facts, as owners of questions
 */
public record Reach(
        Set<String> types, Set<String> questions, Set<String> words, Set<String> conclusions, Set<String> lists) {

    /** A question with the type it is asked of, which may have it from another. */
    public record Question(Class<?> asked, Method method) {}

    /** Makes the names of the classes themselves. */
    public static Reach of(
            Collection<Question> questions, Collection<Class<?>> words, Collection<Class<?>> conclusions) {
        Stream<Class<?>> asked = questions.stream()
                .flatMap(question ->
                        Stream.of(question.asked(), question.method().getReturnType()));
        return new Reach(
                Stream.of(asked, words.stream(), conclusions.stream())
                        .flatMap(types -> types)
                        .filter(type -> !type.isPrimitive())
                        .map(Class::getName)
                        .collect(Collectors.toCollection(TreeSet::new)),
                questions.stream().map(Reach::name).collect(Collectors.toSet()),
                words.stream().flatMap(Reach::constants).collect(Collectors.toSet()),
                conclusions.stream().map(Type::getInternalName).collect(Collectors.toSet()),
                questions.stream()
                        .flatMap(question -> Stream.<Class<?>>of(
                                question.asked(), question.method().getDeclaringClass()))
                        .filter(Facts.class::isAssignableFrom)
                        .map(Type::getInternalName)
                        .collect(Collectors.toSet()));
    }

    private static String name(Question question) {
        Method method = question.method();
        return Type.getInternalName(question.asked()) + " " + method.getName() + " " + Type.getMethodDescriptor(method);
    }

    private static Stream<String> constants(Class<?> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> Type.getInternalName(words) + " " + ((Enum<?>) word).name());
    }
}
