package retention.http;

import io.undertow.server.RequestTooBigException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;

/**
 * What the caller is told when there is no advice, as RFC 9457 has it. The only place that chooses a status.
 *
 * @param type a stable name, {@code urn:retention:problem:...}
 * @param path which part of the customer, like {@code orders[2].deliveredOn}; empty for all of it, null for other problems
 * @param line of a stream, from 1; null outside streams
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String path,
        @Nullable Long line) {

    private Problem(String name, String title, int status, String detail) {
        this("urn:retention:problem:" + name, title, status, detail, null, null);
    }

    /** What a failure means to the caller; of an unexpected one it tells nothing. */
    static Problem of(Throwable failure) {
        if (failure instanceof BadRequest bad) {
            return badRequest(bad);
        }
        if (failure instanceof RequestTooBigException big) {
            return new Problem("too-large", "Too large", 413, String.valueOf(big.getMessage()));
        }
        return new Problem("internal", "Internal error", 500, "no advice could be given; the server's log says why");
    }

    private static Problem badRequest(BadRequest bad) {
        var problem = new Problem("bad-request", "Customer cannot be read", 400, String.valueOf(bad.getMessage()));
        return new Problem(problem.type, problem.title, problem.status, problem.detail, bad.path(), null);
    }

    /** Names the paths that exist. */
    static Problem noSuchPath(Collection<String> paths) {
        return new Problem("no-such-path", "No such path", 404, "the paths are " + String.join(", ", paths));
    }

    /** Names the methods that the path has. */
    static Problem wrongMethod(String allowed) {
        return new Problem("wrong-method", "Wrong method", 405, "this path takes " + allowed);
    }

    /** Says what to send instead. */
    static Problem wrongContent(String detail) {
        return new Problem("wrong-content", "Wrong content type", 415, detail);
    }

    /** Every stream that the server has threads for is taken. */
    static Problem tooManyStreams(int streams) {
        return new Problem("busy", "Busy", 503, "already serving " + streams + " streams; try again");
    }

    /** The server is closing. */
    static Problem closing() {
        return new Problem("closing", "Closing", 503, "the server is closing; try again");
    }

    /** The same problem, of one line in a stream. */
    Problem atLine(long number) {
        return new Problem(type, title, status, detail, path, number);
    }

    /** Whether it is our fault, and so belongs into the log. */
    boolean unexpected() {
        return status == 500;
    }

    /** Whether the same request may succeed soon. */
    boolean passing() {
        return status == 503;
    }
}
