package retention.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.DidYouMean;

/** Binds the {@code extensions} of a request to the facts that rule files declare, as strictly as all others. Immutable. */
final class Extensions {

    private final Map<String, Declared> declared;

    Extensions(Map<String, Declared> declared) {
        this.declared = declared;
    }

    /** Throws {@link BadRequest} for an undeclared fact or field, or a value of another type. */
    void check(Customer customer) {
        customer.extensions().forEach((name, facts) -> {
            Declared type = declared.get(name);
            if (type == null) {
                throw new BadRequest(
                        "extensions." + name,
                        "is not declared in a rule file" + DidYouMean.hint(name, declared.keySet()));
            }
            if (facts == null) {
                throw new BadRequest("extensions." + name, "must be a list: [ ... ]");
            }
            for (int i = 0; i < facts.size(); i++) {
                check(type, facts.get(i), "extensions." + name + "[" + i + "]");
            }
        });
    }

    /** The facts of a checked customer that a half of the rule book asks for. */
    List<Object> facts(Customer customer, Half half) {
        if (customer.extensions().isEmpty()) {
            return List.of();
        }
        var made = new ArrayList<>();
        customer.extensions().forEach((name, facts) -> {
            Declared type = declared.get(name);
            OwnFact compiled = type == null ? null : half.own(type);
            if (compiled != null && type != null) {
                facts.forEach(fact -> made.add(compiled.of(values(type, fact))));
            }
        });
        return made;
    }

    /** The company's own facts of one type, by field, as their declaration has them; what is missing is left out. */
    List<Map<String, Object>> values(Customer customer, String name) {
        Declared type = declared.get(name);
        var values = new ArrayList<Map<String, Object>>();
        if (type != null) {
            customer.extensions().getOrDefault(name, List.of()).forEach(fact -> values.add(values(type, fact)));
        }
        return values;
    }

    private static Map<String, Object> values(Declared type, Map<String, Object> fact) {
        var values = new TreeMap<String, Object>();
        type.fields().forEach((field, wanted) -> {
            Object value = fact.get(field);
            Object converted = value == null ? null : converted(wanted, value);
            if (converted != null) {
                values.put(field, converted);
            }
        });
        return values;
    }

    private static void check(Declared type, @Nullable Map<String, Object> fact, String path) {
        if (fact == null) {
            throw new BadRequest(path, "is empty (null)");
        }
        fact.forEach((field, value) -> {
            Class<?> wanted = type.fields().get(field);
            if (wanted == null) {
                throw new BadRequest(
                        path + "." + field,
                        "is not known" + DidYouMean.hint(field, type.fields().keySet()));
            }
            if (value != null && converted(wanted, value) == null) {
                throw new BadRequest(path + "." + field, "must be " + words(wanted));
            }
        });
    }

    private static @Nullable Object converted(Class<?> wanted, Object value) {
        if (wanted == Long.class && value instanceof Integer number) {
            return number.longValue();
        }
        if (wanted == Double.class && value instanceof Number number) {
            return Double.isInfinite(number.doubleValue()) ? null : number.doubleValue();
        }
        if (wanted == LocalDate.class && value instanceof String text) {
            return date(text);
        }
        return wanted.isInstance(value) ? value : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    private static String words(Class<?> wanted) {
        if (wanted == LocalDate.class) {
            return "a date that exists, written yyyy-mm-dd";
        }
        if (wanted == String.class) {
            return "a text in quotes";
        }
        if (wanted == Boolean.class) {
            return "true or false";
        }
        return wanted == Double.class ? "a number" : "a whole number";
    }
}
