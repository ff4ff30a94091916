package retention.rules.explain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What questions are asked of.
 *
 * @param java null for a company's own fact
 * @param own the fields of a company's own fact; null for all others
 */
record Type(@Nullable Class<?> java, @Nullable Map<String, Class<?>> own) {

    static Type of(Class<?> java) {
        return new Type(java, null);
    }
}
