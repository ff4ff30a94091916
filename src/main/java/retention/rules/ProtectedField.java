package retention.rules;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import retention.facts.About;
import retention.facts.Customer;
import retention.policy.PrivacyGate;
import retention.rules.explain.Constants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A field of the customer that must not change terms.
 *
 * @param name as the contact policy names it: {@code language}, or {@code Person.gender} for a fact of the company's own
 * @param values those that the rules may tell apart, without {@code null}; what customers really have comes on top
 */
public record ProtectedField(String name, List<JsonNode> values) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** More values than these are not tried one by one. */
    private static final int FEW = 24;

    static ProtectedField of(String name, Constants constants, Map<String, Declared> declared) {
        return new ProtectedField(name, List.copyOf(values(name, constants, declared)));
    }

    /** The names that may be protected: fields of the customer, and of the company's own facts. */
    static Set<String> names(Map<String, Declared> declared) {
        var names = new TreeSet<>(PrivacyGate.fields());
        names.remove(FairTerms.TENURE); // has an audit of its own
        declared.forEach((fact, own) -> own.fields().keySet().forEach(field -> names.add(fact + "." + field)));
        return names;
    }

    /** Where it stands in a customer, as the paths of rules have it. */
    static String place(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : "extensions." + name.substring(0, dot) + "[]" + name.substring(dot);
    }

    private static List<? extends JsonNode> values(String name, Constants constants, Map<String, Declared> declared) {
        int dot = name.indexOf('.');
        Declared own = dot < 0 ? null : declared.get(name.substring(0, dot));
        RecordComponent part = part(name);
        Class<?> type = part != null
                ? part.getType()
                : own == null ? null : own.fields().get(name.substring(dot + 1));
        if (type == null) {
            return List.of();
        }
        return switch (Kind.of(type)) {
            case YES_NO -> List.of(JSON.booleanNode(true), JSON.booleanNode(false));
            case WORD ->
                Arrays.stream(type.getEnumConstants())
                        .map(one -> JSON.stringNode(((Enum<?>) one).name()))
                        .toList();
            case TEXT -> constants.texts().stream().map(JSON::stringNode).toList();
            case NUMBER -> numbers(type, part == null ? null : part.getAnnotation(About.class), constants);
            default -> List.of();
        };
    }

    private static List<? extends JsonNode> numbers(Class<?> type, @Nullable About about, Constants constants) {
        if (about != null && (long) about.most() - about.least() < FEW) {
            return IntStream.rangeClosed(about.least(), about.most())
                    .mapToObj(JSON::numberNode)
                    .toList();
        }
        var around = new TreeSet<BigDecimal>();
        constants
                .numbers()
                .forEach(one -> around.addAll(List.of(one.subtract(BigDecimal.ONE), one, one.add(BigDecimal.ONE))));
        boolean whole = type != Double.class;
        return around.stream()
                .filter(one -> !outside(one, about))
                .filter(one -> !whole || one.stripTrailingZeros().scale() <= 0)
                .<JsonNode>map(one -> whole ? JSON.numberNode(one.longValue()) : JSON.numberNode(one))
                .toList();
    }

    private static boolean outside(BigDecimal one, @Nullable About about) {
        return about != null
                && (one.compareTo(BigDecimal.valueOf(about.least())) < 0
                        || one.compareTo(BigDecimal.valueOf(about.most())) > 0);
    }

    private static @Nullable RecordComponent part(String name) {
        return Arrays.stream(Customer.class.getRecordComponents())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
