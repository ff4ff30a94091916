package retention.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of all that rules wanted, as a receipt has it.
 *
 * @param advised codes in order; none when doing nothing was best
 * @param fates by code: advised, beaten, blocked or withheld, and by what
 */
record Outcome(List<String> advised, SortedMap<String, String> fates) {

    private static final String NOBODY = "no rule recommends it";

    /** Null for a receipt that does not say it, as an earlier version wrote them. */
    static @Nullable Outcome of(JsonNode receipt) {
        if (!receipt.path("advised").isArray()) {
            return null;
        }
        var advised = new ArrayList<String>();
        var fates = new TreeMap<String, String>();
        for (JsonNode code : receipt.path("advised")) {
            advised.add(code.asString());
            fates.put(code.asString(), "advised");
        }
        receipt.path("beaten").propertyStream().forEach(one -> fates.put(one.getKey(), beaten(one.getValue())));
        receipt.path("blocked")
                .propertyStream()
                .forEach(one ->
                        fates.put(one.getKey(), "blocked by " + one.getValue().asString()));
        receipt.path("withheld")
                .propertyStream()
                .forEach(one -> fates.put(one.getKey(), "withheld by " + rules(one.getValue())));
        return new Outcome(advised, fates);
    }

    /** What is another now than in this one. */
    Changes to(Outcome now) {
        var codes = new TreeSet<>(fates.keySet());
        codes.addAll(now.fates.keySet());
        var changed = new ArrayList<Changes.Fate>();
        for (String code : codes) {
            String before = fates.getOrDefault(code, NOBODY);
            String after = now.fates.getOrDefault(code, NOBODY);
            if (!before.equals(after)) {
                changed.add(new Changes.Fate(code, before, after));
            }
        }
        return new Changes(
                only(now.advised, advised), only(advised, now.advised), advised, now.advised, List.copyOf(changed));
    }

    private static List<String> only(List<String> codes, List<String> without) {
        return codes.stream().filter(code -> !without.contains(code)).toList();
    }

    private static String beaten(JsonNode stop) {
        return Objects.equals(stop.asString(), "TOO_COSTLY") ? "too costly" : "outranked";
    }

    private static String rules(JsonNode names) {
        var quoted = new ArrayList<String>();
        names.forEach(name -> quoted.add("\"" + name.asString() + "\""));
        return String.join(", ", quoted);
    }
}
