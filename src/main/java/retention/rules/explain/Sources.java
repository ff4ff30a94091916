package retention.rules.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The facts that rules see, by type, made when they are first asked for. For one customer; not thread-safe. */
public final class Sources {

    private final Function<String, Listed> make;
    private final Map<String, Listed> made = new HashMap<>();

    /** {@code make} is asked once for each type. */
    public Sources(Function<String, Listed> make) {
        this.make = make;
    }

    /**
     * The facts of a type.
     *
     * @param path where they stand in the customer's JSON; empty when they do not come from there
     * @param known whether somebody told us, even that there is none
     */
    public record Listed(String path, boolean known, List<Found> facts) {}

    Listed of(String type) {
        return made.computeIfAbsent(type, make);
    }
}
