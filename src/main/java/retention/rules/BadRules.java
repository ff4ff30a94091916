package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A rule folder that cannot be used, with every problem found in it, sorted by file and place. */
public final class BadRules extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** Sorts the problems and drops repeated ones. */
    public BadRules(Collection<Problem> problems) {
        super(new TreeSet<>(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(new TreeSet<>(problems));
    }

    /** Every problem, in order. */
    public List<Problem> problems() {
        return problems;
    }
}
