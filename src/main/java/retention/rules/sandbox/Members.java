package retention.rules.sandbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The list of what the classes of rules may call and read outside our own program. Immutable. */
final class Members {

    private static final Map<Shape, Set<String>> ALLOWED = read();

    private Members() {}

    /** Whether a class of this kind may touch this member; the owner with slashes. */
    static boolean allowed(Shape shape, String owner, String name) {
        String family = owner.replaceFirst("\\$_\\d+$", "\\$_*"); // one builder for each number of values
        return Objects.requireNonNull(ALLOWED.get(shape)).contains(family + " " + name);
    }

    /** The owners of all of them, with slashes. */
    static Set<String> owners() {
        return ALLOWED.values().stream()
                .flatMap(Set::stream)
                .map(member -> member.substring(0, member.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Shape, Set<String>> read() {
        var allowed = new EnumMap<Shape, Set<String>>(Shape.class);
        Arrays.stream(Shape.values()).forEach(shape -> allowed.put(shape, new HashSet<>()));
        Lists.lines("members.txt").map(line -> line.split("\\s+")).forEach(words -> {
            Set<String> members = Objects.requireNonNull(allowed.get(Shape.valueOf(words[0])));
            members.add(words[1] + " ");
            Arrays.stream(words).skip(2).forEach(member -> members.add(words[1] + " " + member));
        });
        return allowed;
    }
}
