package retention.rules;

import java.util.Collection;

/** Takes what is wrong with one piece of a rule file, at offsets into that piece. Not thread-safe. */
final class Complaints {

    private final RuleFile file;
    private final int begin;
    private final Collection<Problem> problems;
    private int count;

    /** {@code begin} is where in the file the piece begins. */
    Complaints(RuleFile file, int begin, Collection<Problem> problems) {
        this.file = file;
        this.begin = begin;
        this.problems = problems;
    }

    /** Notes a problem at an offset into the piece. */
    void add(Code code, int at, String message) {
        problems.add(file.problem(code, begin + at, message));
        count++;
    }

    /** How many there were. */
    int count() {
        return count;
    }
}
