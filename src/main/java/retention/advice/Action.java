package retention.advice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import retention.facts.Channel;

/**
 * One entry of the catalogue: {@code rules/actions.yaml} and {@code rules/actions/}.
 *
 * @param code unique, in capitals
 * @param owner who carries it out: care, marketing, operations, site, product ...
 * @param channels how it may reach the customer, best first; empty for a task
 * @param cost what doing it costs us, in the company's currency
 * @param value what it is worth to us when it works, in the company's currency
 * @param valueBasis what that value is an estimate of
 * @param propensity how likely it works for the typical customer it is recommended to, from 0 to 1
 * @param contextWeight how much it counts where no rule gives a weight; 1 is as usual
 * @param lever how far the company pushes it or holds it back for now; 1 is as usual
 * @param agentMaySpend what whoever carries it out may spend on top without asking, in the company's currency
 * @param dueWithinDays days from the decision within which it is to be done; 0 is the same day
 * @param group of the actions of one group, an advice holds at most one
 * @param tags what rules may withhold together, such as "selling"; in small letters
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
        ValueBasis valueBasis,
        double propensity,
        double contextWeight,
        double lever,
        double agentMaySpend,
        int dueWithinDays,
        @Nullable String group,
        List<String> tags,
        Map<String, String> text) {

    /** Copies the collections. */
    public Action {
        channels = List.copyOf(channels);
        tags = List.copyOf(tags);
        text = Collections.unmodifiableMap(new TreeMap<>(text));
    }

    /** What is left of the value after the cost, in the company's currency. */
    public double net() {
        return value - cost;
    }

    /** The same action with other words for the customer, by language. */
    public Action saying(Map<String, String> words) {
        return new Action(
                code,
                title,
                kind,
                owner,
                channels,
                cost,
                value,
                valueBasis,
                propensity,
                contextWeight,
                lever,
                agentMaySpend,
                dueWithinDays,
                group,
                tags,
                words);
    }
}
