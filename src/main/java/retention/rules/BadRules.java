package retention.rules;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A rule folder that cannot be used, with every problem found in it, sorted by file and place. */
public final class BadRules extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;
    private final transient List<Problem> warnings;

    /** Sorts the problems and drops repeated ones; warnings may be among them. */
    public BadRules(Collection<Problem> found) {
        super(new TreeSet<>(found).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = only(false, found);
        this.warnings = only(true, found);
    }

    /** Every problem, in order. */
    public List<Problem> problems() {
        return problems;
    }

    /** What is doubtful beside them, in order. */
    public List<Problem> warnings() {
        return warnings;
    }

    private static List<Problem> only(boolean warning, Collection<Problem> found) {
        return new TreeSet<>(found)
                .stream().filter(one -> one.code().warning() == warning).toList();
    }
}
