package retention.rules;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retention.advice.Satisfaction;
import retention.advice.Signal;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.facts.About;
import retention.facts.Contact;
import retention.facts.Contract;
import retention.facts.Customer;
import retention.facts.DepartureSign;
import retention.facts.Facts;
import retention.facts.Incident;
import retention.facts.Intention;
import retention.facts.LoyaltyAccount;
import retention.facts.Order;
import retention.facts.Relationship;
import retention.facts.ServiceCase;
import retention.facts.Survey;
import retention.facts.Today;
import retention.facts.Usage;
import retention.facts.Visit;

/** The types and questions a rule may name, read from the facts themselves. Immutable. */
final class Vocabulary {

    /** Questions of programs, not of rules. A company's own facts are asked by their names. */
    private static final Set<String> PLUMBING =
            Set.of("equals", "hashCode", "toString", "iterator", "asOf", "unknown", "extensions");

    /** Facts below the customer, each inserted only when some rule matches on its type. */
    private static final Map<Class<?>, Function<Customer, Iterable<?>>> CHILDREN = Map.ofEntries(
            Map.entry(Order.class, Customer::orders),
            Map.entry(ServiceCase.class, Customer::serviceCases),
            Map.entry(Survey.class, Customer::surveys),
            Map.entry(Visit.class, Customer::visits),
            Map.entry(Incident.class, Customer::incidents),
            Map.entry(Contact.class, Customer::contacts),
            Map.entry(DepartureSign.class, Customer::departureSigns),
            Map.entry(Contract.class, c -> c.contract().known() ? Set.of(c.contract()) : Set.of()),
            Map.entry(Usage.class, c -> c.usage().known() ? Set.of(c.usage()) : Set.of()),
            Map.entry(LoyaltyAccount.class, c -> c.loyaltyAccount().known() ? Set.of(c.loyaltyAccount()) : Set.of()),
            Map.entry(Relationship.class, c -> c.relationship().known() ? Set.of(c.relationship()) : Set.of()),
            Map.entry(Intention.class, c -> c.intention().known() ? Set.of(c.intention()) : Set.of()));

    private static final Map<String, Class<?>> FACTS = Stream.concat(
                    Stream.of(Customer.class, Today.class), CHILDREN.keySet().stream())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, c -> c));

    private static final Map<String, Class<?>> CONCLUSIONS = Stream.of(
                    Signal.class, Trust.class, Satisfaction.class, SwitchingCost.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, c -> c));

    /** Fixed words, such as Segment.PRICE: every enum that a question gives back or takes. */
    private static final Map<String, Class<?>> WORDS = Stream.of(
                    FACTS.values().stream(),
                    CONCLUSIONS.values().stream(),
                    Arrays.stream(Customer.class.getRecordComponents()).map(RecordComponent::getType))
            .flatMap(types -> types)
            .flatMap(Vocabulary::asked)
            .flatMap(m -> Stream.concat(Stream.of(m.getReturnType()), Arrays.stream(m.getParameterTypes())))
            .filter(Class::isEnum)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, c -> c));

    /** Looked up once for each type. */
    private static final Map<Class<?>, Map<String, List<Question>>> QUESTIONS = new ConcurrentHashMap<>();

    private Vocabulary() {}

    /** The names of all lists of fixed words. */
    static Set<String> wordLists() {
        return WORDS.keySet();
    }

    /** The enum of this name; null when the vocabulary has none. */
    static @Nullable Class<?> words(String name) {
        return WORDS.get(name);
    }

    /** The customer's list, or part, that facts of a type come from: {@code orders} for Order. */
    static @Nullable String source(String type) {
        return Arrays.stream(Customer.class.getRecordComponents())
                .filter(part -> part.getType().getSimpleName().equals(type)
                        || (part.getType().getGenericSuperclass() instanceof ParameterizedType list
                                && ((Class<?>) list.getActualTypeArguments()[0])
                                        .getSimpleName()
                                        .equals(type)))
                .map(RecordComponent::getName)
                .findFirst()
                .orElse(null);
    }

    /** The names of the types that rules of a stage may match on, without a company's own. */
    static Set<String> types(Stage stage) {
        var names = new TreeSet<>(FACTS.keySet());
        names.addAll(stage.alsoReads());
        return names;
    }

    static @Nullable Class<?> type(String name) {
        Class<?> fact = FACTS.get(name);
        return fact != null ? fact : CONCLUSIONS.get(name);
    }

    /** The facts below the customer whose type is one of these names. */
    static Map<String, Function<Customer, Iterable<?>>> children(Set<String> matched) {
        var children = new LinkedHashMap<String, Function<Customer, Iterable<?>>>();
        CHILDREN.entrySet().stream()
                .filter(child -> matched.contains(child.getKey().getSimpleName()))
                .sorted((a, b) ->
                        a.getKey().getSimpleName().compareTo(b.getKey().getSimpleName()))
                .forEach(child -> children.put(child.getKey().getSimpleName(), child.getValue()));
        return children;
    }

    /** The names of the questions a type answers. */
    static Set<String> questions(Class<?> type) {
        return asked(type).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The questions of a name that a type answers, with fewer values in parentheses first. */
    static List<Question> questions(Class<?> type, String name) {
        return QUESTIONS.computeIfAbsent(type, Vocabulary::byName).getOrDefault(name, List.of());
    }

    private static Map<String, List<Question>> byName(Class<?> type) {
        return asked(type)
                .map(m -> question(m, type))
                .sorted(Comparator.comparingInt(
                        question -> question.parameters().size()))
                .collect(Collectors.groupingBy(Question::name));
    }

    private static Question question(Method question, Class<?> type) {
        About about = question.getAnnotation(About.class);
        return new Question(
                question.getName(),
                List.of(question.getParameterTypes()),
                answer(question, type),
                about == null ? Integer.MIN_VALUE : about.least(),
                about == null ? Integer.MAX_VALUE : about.most());
    }

    /** What a question of a type gives back. */
    static Answer answer(Method question, Class<?> type) {
        return new Answer(
                resolved(question, type), question.getAnnotatedReturnType().isAnnotationPresent(Nullable.class));
    }

    private static Stream<Method> asked(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getDeclaringClass().getName().startsWith("retention."))
                .filter(m -> !PLUMBING.contains(m.getName()) && !m.isBridge());
    }

    /** A list's questions give back the same kind of list, or its items: their types are the list's type arguments. */
    private static Class<?> resolved(Method question, Class<?> type) {
        Type answer = question.getGenericReturnType();
        if (answer instanceof Class<?> plain) {
            return plain;
        }
        if (Facts.class.isAssignableFrom(type) && type.getGenericSuperclass() instanceof ParameterizedType list) {
            int argument = answer.getTypeName().endsWith("T") ? 0 : 1;
            return (Class<?>) list.getActualTypeArguments()[argument];
        }
        return question.getReturnType();
    }
}
