package retention.json;

/** A customer that cannot be read: which part of the JSON, and what is wrong with it. Never repeats the value sent. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;
    private final String problem;

    /** {@code path} is like {@code orders[2].deliveredOn}, empty for the whole document. */
    public BadRequest(String path, String problem) {
        super(words(path, problem));
        this.path = path;
        this.problem = problem;
    }

    /** Where and what, in one line. */
    public String words() {
        return words(path, problem);
    }

    /** Where, like {@code orders[2].deliveredOn}; empty for the whole document. */
    public String path() {
        return path;
    }

    /** What is wrong there. */
    public String problem() {
        return problem;
    }

    private static String words(String path, String problem) {
        return path.isEmpty() ? problem : path + ": " + problem;
    }
}
