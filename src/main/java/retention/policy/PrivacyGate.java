package retention.policy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retention.facts.Contract;
import retention.facts.Customer;
import retention.facts.Facts;
import retention.facts.Intention;
import retention.facts.LoyaltyAccount;
import retention.facts.Relationship;
import retention.facts.Usage;

/**
 * Guardrail G6: takes the profiled fields out of a customer before rules see them, as if they had not been sent. Built once
 * for a rule book; thread-safe.
 */
public final class PrivacyGate {

    /** What must be known to decide at all, or to know what may be done. */
    private static final Set<String> NEEDED = Set.of("id", "asOf", "consents", "objectsToMarketing", "jurisdiction");

    private static final RecordComponent[] PARTS = Customer.class.getRecordComponents();
    private static final MethodHandle MAKE = constructor();
    private static final int JURISDICTION = place("jurisdiction");
    private static final int[] NONE = {};

    private final int[] profiled;
    private final MethodHandle[] values;

    /** {@code profiled} are some of {@link #fields}. */
    PrivacyGate(List<String> profiled) {
        this.profiled = profiled.stream().sorted().mapToInt(PrivacyGate::place).toArray();
        this.values = Arrays.stream(PARTS).map(PrivacyGate::accessor).toArray(MethodHandle[]::new);
    }

    /** The fields of the customer that may be profiled. */
    public static Set<String> fields() {
        return Arrays.stream(PARTS)
                .map(RecordComponent::getName)
                .filter(name -> !NEEDED.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The profiled fields that were sent, by the alphabet. */
    List<String> sent(Customer customer) {
        List<String> sent = List.of();
        for (int part : profiled) {
            if (sent(value(customer, part))) {
                sent = sent.isEmpty() ? new ArrayList<>() : sent;
                sent.add(PARTS[part].getName());
            }
        }
        return sent;
    }

    /** The same customer in this jurisdiction, without the profiled fields where these are hidden. */
    Customer through(Customer customer, boolean hidden, @Nullable String jurisdiction) {
        var parts = new Object[PARTS.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value(customer, i);
        }
        for (int part : hidden ? profiled : NONE) {
            parts[part] = null;
        }
        parts[JURISDICTION] = jurisdiction;
        try {
            return (Customer) MAKE.invokeExact(parts);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible); // the parts are those of a customer
        }
    }

    private @Nullable Object value(Customer customer, int part) {
        try {
            return (Object) values[part].invokeExact(customer);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible); // accessors of records do not fail
        }
    }

    private static boolean sent(@Nullable Object value) {
        if (value instanceof Facts<?, ?> list) {
            return list.known();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value instanceof Contract contract
                ? contract.known()
                : value instanceof Usage usage
                        ? usage.known()
                        : value instanceof LoyaltyAccount account
                                ? account.known()
                                : value instanceof Relationship relationship
                                        ? relationship.known()
                                        : value instanceof Intention intention ? intention.known() : value != null;
    }

    private static int place(String field) {
        for (int i = 0; i < PARTS.length; i++) {
            if (PARTS[i].getName().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no field " + field);
    }

    private static MethodHandle accessor(RecordComponent part) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(part.getAccessor())
                    .asType(MethodType.methodType(Object.class, Customer.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible); // facts are public
        }
    }

    private static MethodHandle constructor() {
        Class<?>[] types = Arrays.stream(PARTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(Customer.class, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Customer.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible); // facts are public
        }
    }
}
