package retention.advice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.facts.Channel;

/**
 * One entry of the catalogue {@code rules/actions.yaml}.
 *
 * @param code unique, in capitals
 * @param owner who carries it out: care, marketing, operations, site, product ...
 * @param channels how it may reach the customer, best first; empty for a task
 * @param cost what doing it costs us, in the company's currency
 * @param value what it is worth to us when it works, in the company's currency
 * @param group of the actions of one group, an advice holds at most one
 * @param text the words for the customer by language ("en", "zh"), with <code>{name}</code> for values; empty for a task
 */
public record Action(
        String code,
        String title,
        ActionKind kind,
        String owner,
        List<Channel> channels,
        double cost,
        double value,
        @Nullable String group,
        Map<String, String> text) {

    /** Copies the collections. */
    public Action {
        channels = List.copyOf(channels);
        text = Collections.unmodifiableMap(new TreeMap<>(text));
    }

    /** What is left of the value after the cost, in the company's currency. */
    public double net() {
        return value - cost;
    }
}
