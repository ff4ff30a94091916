package retention.rules.sandbox;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of classes, with dots: what rules may see while they run, and what is seen while they are compiled. Immutable. */
final class Names {

    private static final String LIST = "classes.txt";
    private static final String REST = "*";

    private static final Names RUN = of("RUN");
    private static final Names LOAD = of("LOAD");
    private static final Names READ = of("READ");

    private final Set<String> whole;
    private final Set<String> beginnings;

    private Names(Set<String> whole, Set<String> beginnings) {
        this.whole = whole;
        this.beginnings = beginnings;
    }

    /** Whether the classes of rules may be linked with a class. */
    static boolean running(String name, Reach reach) {
        return RUN.hold(name) || reach.types().contains(name);
    }

    /** Whether the rule compiler may load a class. */
    static boolean loaded(String name, Reach reach) {
        return LOAD.hold(name) || running(name, reach);
    }

    /** Whether the rule compiler may read a class. */
    static boolean read(String name, Reach reach) {
        return READ.hold(name) || loaded(name, reach);
    }

    private static Names of(String when) {
        Set<String> listed = Lists.lines(LIST)
                .map(line -> line.split("\\s+"))
                .filter(words -> words[0].equals(when))
                .map(words -> words[1])
                .collect(Collectors.toSet());
        Stream<String> owners =
                when.equals("RUN") ? Members.owners().stream().map(owner -> owner.replace('/', '.')) : Stream.of();
        return new Names(
                Stream.concat(owners, listed.stream())
                        .filter(name -> !name.endsWith(REST))
                        .collect(Collectors.toSet()),
                listed.stream()
                        .filter(name -> name.endsWith(REST))
                        .map(name -> name.substring(0, name.length() - 1))
                        .collect(Collectors.toSet()));
    }

    private boolean hold(String name) {
        return whole.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }
}
