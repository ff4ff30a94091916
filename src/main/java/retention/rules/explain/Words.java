package retention.rules.explain;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What names in rules stand for.
 *
 * @param fact the type of a fact; null for a company's own
 * @param list the words of a list, such as {@code Segment}; null when there is none
 * @param answer the type of what a question of a type gives back
 * @param own the fields of a company's own facts, by fact and field
 */
public record Words(
        Function<String, @Nullable Class<?>> fact,
        Function<String, @Nullable Class<?>> list,
        BiFunction<Method, Class<?>, Class<?>> answer,
        Map<String, ? extends Map<String, Class<?>>> own) {}
