package retention.rules;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A company's own fact as it was compiled. Immutable and thread-safe.
 *
 * <p>Its parts are called by handles. Reflection works for the first customers only: after some calls the JDK makes a class
 * for each part, which must see classes of the JDK that nothing made of rules may see.
 */
final class OwnFact {

    private static final MethodType MAKES = MethodType.methodType(Object.class);
    private static final MethodType SETS = MethodType.methodType(void.class, Object.class, Object.class);

    private final MethodHandle maker;
    private final Map<String, MethodHandle> setters = new TreeMap<>();

    /** The compiler gives declared facts a public constructor and a setter for each field. */
    OwnFact(Class<?> compiled, Declared type) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            this.maker = lookup.findConstructor(compiled, MethodType.methodType(void.class))
                    .asType(MAKES);
            for (String field : type.fields().keySet()) {
                setters.put(field, lookup.unreflect(setter(compiled, field)).asType(SETS));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Method setter(Class<?> compiled, String field) {
        return Arrays.stream(compiled.getMethods())
                .filter(one -> one.getParameterCount() == 1 && one.getName().equalsIgnoreCase("set" + field))
                .findFirst()
                .orElseThrow();
    }

    /** One with these values by field; a field without one is not known. */
    Object of(Map<String, @Nullable Object> values) {
        try {
            Object made = maker.invoke();
            for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
                Objects.requireNonNull(setters.get(value.getKey())).invoke(made, value.getValue());
            }
            return made;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible); // what is set has the type of its field
        }
    }
}
