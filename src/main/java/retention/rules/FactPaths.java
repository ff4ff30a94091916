package retention.rules;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.facts.Customer;
import retention.facts.Facts;
import retention.rules.explain.Asking;
import retention.rules.explain.Chains;
import retention.rules.expression.Chain;
import retention.rules.expression.Step;
import retention.rules.sandbox.FieldsRead;

/**
 * Where in a customer's JSON the answers stand that one rule asks for: {@code contract.endsOn}, {@code orders[].promisedOn}.
 * One object for one rule.
 */
final class FactPaths {

    /** The day itself is no fact of the customer. */
    private static final String DAY = "asOf";

    private final Map<String, String> named = new HashMap<>();
    private final Map<String, SortedSet<String>> paths = new TreeMap<>();

    private FactPaths() {}

    /** The places by the type of the fact that is asked; in a list the item is left open. */
    static Map<String, SortedSet<String>> of(List<Asking> when) {
        var paths = new FactPaths();
        Chains.each(when, paths::fact, paths::chain);
        paths.paths.values().forEach(FactPaths::withoutContainers);
        return paths.paths;
    }

    private void fact(Asking.Fact fact) {
        named.put(fact.name(), fact.type());
        paths.computeIfAbsent(fact.type(), none -> new TreeSet<>());
    }

    private void chain(String fact, Chain chain) {
        String owner = chain.start().isEmpty() ? fact : named.get(chain.start());
        if (owner == null || chain.steps().isEmpty()) {
            return; // a remembered answer: its place was noted where it was remembered
        }
        Class<?> type = Vocabulary.type(owner);
        var found = paths.computeIfAbsent(owner, none -> new TreeSet<>());
        if (type == null) {
            found.add("extensions." + owner + "[]." + chain.steps().get(0).name());
            return;
        }
        Class<?> asked = type;
        for (Step step : chain.steps()) {
            Method question = question(asked, step);
            if (question == null) {
                return;
            }
            FieldsRead.of(asked, question).forEach(read -> add(read, found));
            asked = Vocabulary.answer(question, asked).type();
        }
    }

    private static void add(FieldsRead.Read read, Set<String> into) {
        String source = Vocabulary.source(read.fact().getSimpleName());
        if (read.field().equals(DAY)) {
            return;
        }
        if (read.fact() == Customer.class) {
            into.add(read.field());
        } else if (source != null) {
            into.add(source + (list(source) ? "[]." : ".") + read.field());
        }
    }

    /** Whether a part of the customer is a list. */
    static boolean list(String part) {
        return Arrays.stream(Customer.class.getRecordComponents())
                .anyMatch(one -> one.getName().equals(part) && Facts.class.isAssignableFrom(one.getType()));
    }

    private static @Nullable Method question(Class<?> type, Step step) {
        return Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(step.name())
                        && one.getParameterCount() == step.arguments().size()
                        && !one.isBridge())
                .findFirst()
                .orElse(null);
    }

    /** Who looked into the contract need not be told that they looked at the contract. */
    private static void withoutContainers(SortedSet<String> paths) {
        paths.removeIf(path ->
                paths.stream().anyMatch(other -> other.startsWith(path + ".") || other.startsWith(path + "[].")));
    }
}
