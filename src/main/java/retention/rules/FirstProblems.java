package retention.rules;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Hands problems on, up to a number for each file: nobody reads more at once. For one thread. */
final class FirstProblems extends AbstractCollection<Problem> {

    private final Collection<Problem> all;
    private final Map<String, Integer> told = new HashMap<>();

    FirstProblems(Collection<Problem> all) {
        this.all = all;
    }

    /** Whether the problem was handed on; warnings are counted apart from errors. */
    @Override
    public boolean add(Problem problem) {
        int before = told.merge(problem.severity() + " " + problem.file(), 1, Integer::sum);
        return before <= Syntax.MOST && all.add(problem);
    }

    @Override
    public Iterator<Problem> iterator() {
        return all.iterator();
    }

    @Override
    public int size() {
        return all.size();
    }
}
