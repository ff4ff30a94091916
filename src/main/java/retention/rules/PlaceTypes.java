package retention.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.facts.Dated;
import retention.rules.sandbox.FieldsRead;

/** The Java types of what stands at places of a customer's JSON, such as {@code orders[].promisedOn}. Immutable. */
final class PlaceTypes {

    private final Map<String, Declared> declared;

    PlaceTypes(Map<String, Declared> declared) {
        this.declared = declared;
    }

    /** The Java type of a place; null when there is none that could be changed. */
    @Nullable
    Class<?> of(String place) {
        if (place.startsWith("extensions.")) {
            String[] names = place.substring("extensions.".length()).split("\\[]\\.", -1);
            Declared own = declared.get(names[0]);
            return own == null || names.length < 2 ? null : own.fields().get(names[1]);
        }
        Class<?> type = Customer.class;
        for (String step : place.split("\\.", -1)) {
            RecordComponent component = component(type, step.replace("[]", ""));
            if (component == null) {
                return null;
            }
            type = component.getType();
            if (step.endsWith("[]") && type.getGenericSuperclass() instanceof ParameterizedType list) {
                type = (Class<?>) list.getActualTypeArguments()[0];
            }
        }
        return type;
    }

    /** The fields of a list's facts that their age is counted from. */
    List<String> ages(String list) {
        Class<?> item = of(list + "[]");
        if (item == null || !Dated.class.isAssignableFrom(item)) {
            return List.of();
        }
        try {
            return FieldsRead.of(item, item.getMethod("daysAgo")).stream()
                    .map(FieldsRead.Read::field)
                    .filter(field -> of(list + "[]." + field) == LocalDate.class)
                    .toList();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible); // every dated fact has an age
        }
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(one -> one.getName().equals(name))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
