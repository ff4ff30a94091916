package retention.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retention.rules.RuleListing;

/**
 * The rules that concluded something then or now alone: the best that can be told where the old rules are not kept.
 *
 * @param about codes of actions with another fate that the rule, as it is now, recommends or withholds
 */
public record ByFired(String rule, Kind kind, @Nullable String file, int line, List<String> about) {

    /** What is another about the rule. */
    public enum Kind {
        /** It spoke, and there is no rule of that name any more. */
        GONE,
        /** It spoke, and is silent now. */
        SILENT,
        /** It speaks now, and did not. */
        NEW
    }

    /** Those that have to do with the change first, then by name. */
    static List<ByFired> of(List<String> then, List<String> now, RuleListing listing, Changes changes) {
        Map<String, RuleListing.Entry> rules = new TreeMap<>();
        listing.rules().forEach(rule -> rules.put(rule.name(), rule));
        Set<String> codes = new HashSet<>();
        changes.fates().forEach(fate -> codes.add(fate.action()));
        var names = new TreeSet<>(then);
        names.addAll(now);
        var found = new ArrayList<ByFired>();
        for (String name : names) {
            if (then.contains(name) != now.contains(name)) {
                found.add(of(name, now.contains(name), rules.get(name), codes));
            }
        }
        found.sort((a, b) -> Boolean.compare(a.about.isEmpty(), b.about.isEmpty()));
        return List.copyOf(found);
    }

    private static ByFired of(String name, boolean speaks, RuleListing.@Nullable Entry rule, Set<String> codes) {
        if (rule == null) {
            return new ByFired(name, Kind.GONE, null, 0, List.of());
        }
        List<String> about = Stream.concat(rule.recommends().stream(), rule.withholds().stream())
                .filter(codes::contains)
                .distinct()
                .toList();
        return new ByFired(name, speaks ? Kind.NEW : Kind.SILENT, rule.file(), rule.line(), about);
    }
}
