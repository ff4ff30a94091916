package retention.rules;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import retention.json.DidYouMean;

/**
 * A company's own fact, declared in a rule file: {@code declare Fleet vehicles : int end}.
 *
 * @param fields their types by name, in the declared order of the alphabet
 */
record Declared(String name, SortedMap<String, Class<?>> fields) {

    /** The types a field may have. Numbers are always of the kind that can be missing, so that missing is not zero. */
    static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("int", Integer.class),
            Map.entry("Integer", Integer.class),
            Map.entry("long", Long.class),
            Map.entry("Long", Long.class),
            Map.entry("double", Double.class),
            Map.entry("Double", Double.class),
            Map.entry("boolean", Boolean.class),
            Map.entry("Boolean", Boolean.class),
            Map.entry("String", String.class),
            Map.entry("LocalDate", LocalDate.class));

    /** What people write for them. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("number", "int or double"),
            Map.entry("decimal", "double"),
            Map.entry("float", "double"),
            Map.entry("money", "double"),
            Map.entry("date", "LocalDate"),
            Map.entry("day", "LocalDate"),
            Map.entry("text", "String"),
            Map.entry("bool", "boolean"));

    /** A hint for a type that no field may have; empty when nobody knows what was meant. */
    static String meant(String written) {
        String known = MEANT.get(written.toLowerCase(Locale.ROOT));
        return known == null ? DidYouMean.hint(written, TYPES.keySet()) : ": write " + known;
    }

    /** The declaration as both stages compile it. */
    String drl() {
        return "declare " + name + " "
                + fields.entrySet().stream()
                        .map(field -> field.getKey() + " : " + field.getValue().getName())
                        .collect(Collectors.joining("  "))
                + " end";
    }
}
