package retention.json;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.RecordComponent;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retention.facts.AsOf;
import retention.facts.Facts;

/**
 * Facts as bytes, for their hash: the same bytes for the same facts, others for others. A record is its known components in
 * their order, each with the {@link String#hashCode} of its name, so that a component added to a record changes nothing for who
 * does not know it; the day of the decision is left out. Each value begins with a sign for its type, and each text with its
 * length. For one thread.
 */
final class Canonical {

    private static final int FIRST_SIZE = 1 << 12;
    private static final int LARGEST_KEPT = 1 << 16;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            return parts(type);
        }
    };

    /** One component of a record. */
    private record Part(int name, Function<Object, @Nullable Object> read) {}

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /** Puts the facts into a digest. */
    void into(MessageDigest hash, Record facts) {
        size = 0;
        try {
            value(facts);
            hash.update(bytes, 0, size);
        } finally {
            if (bytes.length > LARGEST_KEPT) {
                bytes = new byte[FIRST_SIZE];
            }
        }
    }

    private void value(Object value) {
        if (value instanceof String text) {
            text('s', text);
        } else if (value instanceof Integer number) {
            room().put('i').put(number.intValue());
        } else if (value instanceof Double number) {
            room().put('d').put(Double.doubleToLongBits(number));
        } else if (value instanceof Boolean yes) {
            room().put(yes ? 'y' : 'n');
        } else if (value instanceof LocalDate day) {
            room().put('t').put(day.getYear()).put((char) day.getMonthValue()).put((char) day.getDayOfMonth());
        } else if (value instanceof Enum<?> word) {
            text('w', word.name());
        } else if (value instanceof Record record) {
            record(record);
        } else if (value instanceof Facts<?, ?> facts) {
            list(facts);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else {
            text('o', value.getClass().getName() + ' ' + value); // numbers of the company's own facts
        }
    }

    private void record(Record record) {
        room().put('{');
        for (Part part : PARTS.get(record.getClass())) {
            Object value = part.read().apply(record);
            if (value != null && !(value instanceof Facts<?, ?> facts && !facts.known())) {
                room().put(part.name());
                value(value);
            }
        }
        room().put('}');
    }

    private void list(Iterable<?> list) {
        room().put('[');
        for (Object one : list) {
            if (one == null) { // among the company's own facts, which are checked later
                room().put('-');
            } else {
                value(one);
            }
        }
        room().put(']');
    }

    /** Sorted, as customers hold the company's own facts. */
    private void map(Map<?, ?> map) {
        room().put('(');
        map.entrySet().stream()
                .sorted((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
                .filter(entry -> entry.getValue() != null)
                .forEach(entry -> {
                    text('k', entry.getKey().toString());
                    value(entry.getValue());
                });
        room().put(')');
    }

    private void text(char sign, String text) {
        room().put(sign).put(text.length());
        room(text.length() * Character.BYTES);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            bytes[size++] = (byte) (letter >> Byte.SIZE);
            bytes[size++] = (byte) letter;
        }
    }

    private Canonical put(char sign) {
        bytes[size++] = (byte) sign;
        return this;
    }

    private Canonical put(int number) {
        INTS.set(bytes, size, number);
        size += Integer.BYTES;
        return this;
    }

    private Canonical put(long number) {
        return put((int) (number >>> Integer.SIZE)).put((int) number);
    }

    /** Room for any one value but a text. */
    private Canonical room() {
        return room(1 + Long.BYTES);
    }

    private Canonical room(int wanted) {
        if (bytes.length - size < wanted) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + wanted));
        }
        return this;
    }

    private static Part[] parts(Class<?> type) {
        var names = new HashSet<Integer>();
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != AsOf.class)
                .map(component -> {
                    int name = component.getName().hashCode();
                    if (!names.add(name)) {
                        throw new IllegalStateException(component + " needs another name");
                    }
                    return new Part(name, reader(component));
                })
                .toArray(Part[]::new);
    }

    /** A function that calls the component's accessor as if it had been written here. */
    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> reader(RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap())
                    .getTarget()
                    .invokeExact();
        } catch (Throwable impossible) { // all records of facts are public
            throw new IllegalStateException(impossible);
        }
    }
}
