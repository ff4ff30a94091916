package retention.rules.explain;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retention.rules.expression.Expression;
import retention.rules.expression.Literal;
import retention.rules.expression.Step;
import retention.rules.expression.Word;

/** Finds the question that a step of a chain asks, once, so that asking it needs no search. Immutable. */
final class Asker {

    private static final MethodType PLAIN = MethodType.methodType(Object.class, Object.class);

    private final Words words;

    Asker(Words words) {
        this.words = words;
    }

    /** A question found: what it gives back, and how to ask it of an object. */
    record Question(Type answer, One one) {}

    /** Asks one question of a value that is there. */
    interface One {
        @Nullable
        Object ask(Object of);
    }

    /** Throws CannotTell when there is no such question. */
    Question question(Type of, Step step) {
        Class<?> java = of.java();
        if (java == null) {
            Class<?> field = of.own() == null ? null : of.own().get(step.name());
            return new Question(
                    Type.of(field == null ? Object.class : field), fact -> ((Map<?, ?>) fact).get(step.name()));
        }
        Method method = method(java, step);
        MethodHandle handle = handle(method, step.arguments());
        return new Question(Type.of(words.answer().apply(method, java)), fact -> ask(handle, fact));
    }

    /** What a fixed value is in Java; null for {@code null}. */
    @Nullable
    Object fixed(Expression value) {
        if (value instanceof Word word) {
            Class<?> list = words.list().apply(word.list());
            Object[] all = list == null ? new Object[0] : list.getEnumConstants();
            return Arrays.stream(all)
                    .filter(one -> ((Enum<?>) one).name().equals(word.word()))
                    .findFirst()
                    .orElseThrow(() -> new CannotTell("there is no word " + word));
        }
        if (!(value instanceof Literal literal)) {
            throw new CannotTell(value + " is no fixed value");
        }
        return switch (literal.kind()) {
            case TEXT -> literal.text();
            case YES_NO -> Boolean.valueOf(literal.text());
            case NOTHING -> null;
            case DECIMAL -> Double.valueOf(literal.text());
            case WHOLE -> whole(literal);
            case DATE -> throw new CannotTell(literal + " is a date, and nothing is compared with one");
        };
    }

    private static Object whole(Literal literal) {
        long number = literal.amount().longValue();
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    private static Method method(Class<?> java, Step step) {
        return Arrays.stream(java.getMethods())
                .filter(one -> one.getName().equals(step.name())
                        && one.getParameterCount() == step.arguments().size()
                        && !one.isBridge())
                .findFirst()
                .orElseThrow(() -> new CannotTell(java.getSimpleName() + " has no question " + step));
    }

    private MethodHandle handle(Method method, List<Expression> arguments) {
        try {
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
            Object[] values = arguments.stream().map(this::fixed).toArray();
            return MethodHandles.insertArguments(handle, 1, values).asType(PLAIN);
        } catch (IllegalAccessException hidden) {
            throw new CannotTell(method.getName() + " cannot be asked from here");
        }
    }

    private static @Nullable Object ask(MethodHandle handle, Object fact) {
        try {
            return (Object) handle.invokeExact(fact);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable checked) { // no question declares one
            throw new IllegalStateException(checked);
        }
    }
}
