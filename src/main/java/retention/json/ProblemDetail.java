package retention.json;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the caller is told when there is no advice, as RFC 9457 has it. The only place that chooses a
 * status.
 *
 * @param type a stable name, {@code urn:retention:problem:...}
 * @param path which part of the customer, like {@code orders[2].deliveredOn}; empty for all of it, null for other problems
 * @param line of a stream, from 1; null outside streams
 * @param trace by what the server's log names the request; null when it has no name
 */
public record ProblemDetail(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String path,
        @Nullable Long line,
        @Nullable String trace) {

    private ProblemDetail(String name, String title, int status, String detail) {
        this("urn:retention:problem:" + name, title, status, detail, null, null, null);
    }

    /** The customer cannot be read. */
    public static ProblemDetail badRequest(BadRequest bad) {
        var problem = new ProblemDetail("bad-request", "Customer cannot be read", 400, bad.words());
        return new ProblemDetail(problem.type, problem.title, problem.status, problem.detail, bad.path(), null, null);
    }

    /** A question about the rules cannot be answered. */
    public static ProblemDetail badQuestion(BadRequest bad) {
        return new ProblemDetail(
                "urn:retention:problem:bad-request", "Not possible as asked", 400, bad.words(), bad.path(), null, null);
    }

    /** The head of a request is not one; the connection is closed after it. */
    public static ProblemDetail badHead(String detail) {
        return new ProblemDetail("bad-request", "Request cannot be read", 400, detail);
    }

    /** More was sent than is read at once; {@code detail} says how much that is. */
    public static ProblemDetail tooLarge(String detail) {
        return new ProblemDetail("too-large", "Too large", 413, detail);
    }

    /** Our own fault; {@code detail} must hold nothing of the customer. */
    public static ProblemDetail internal(String detail) {
        return new ProblemDetail("internal", "Internal error", 500, detail);
    }

    /** No key, or none that is in force; never tells which. */
    public static ProblemDetail noKey() {
        return new ProblemDetail(
                "no-key", "Key needed", 401, "send a key that is in force, as Authorization: Bearer KEY");
    }

    /** The key is good, but not for this. */
    public static ProblemDetail noScope(String scope) {
        return new ProblemDetail("no-scope", "Not with this key", 403, "this needs a key with the scope " + scope);
    }

    /** The request was meant for another server. */
    public static ProblemDetail wrongHost() {
        return new ProblemDetail(
                "wrong-host",
                "Wrong host",
                421,
                "without keys this server answers only to localhost, 127.0.0.1 and [::1] in the header Host");
    }

    /** Names the paths that exist. */
    public static ProblemDetail noSuchPath(Collection<String> paths) {
        return new ProblemDetail("no-such-path", "No such path", 404, "the paths are " + String.join(", ", paths));
    }

    /** Names the methods that the path has. */
    public static ProblemDetail wrongMethod(String allowed) {
        return new ProblemDetail("wrong-method", "Wrong method", 405, "this path takes " + allowed);
    }

    /** Says what to send instead. */
    public static ProblemDetail wrongContent(String detail) {
        return new ProblemDetail("wrong-content", "Wrong content type", 415, detail);
    }

    /** The body did not arrive in time. */
    public static ProblemDetail tooSlow(String detail) {
        return new ProblemDetail("too-slow", "Too slow", 408, detail);
    }

    /** The same request may succeed in a moment. */
    public static ProblemDetail busy(String detail) {
        return new ProblemDetail("busy", "Busy", 503, detail);
    }

    /** The server is closing. */
    public static ProblemDetail closing() {
        return new ProblemDetail("closing", "Closing", 503, "the server is closing; try again");
    }

    /** The same problem, of one line in a stream. */
    public ProblemDetail atLine(long number) {
        return new ProblemDetail(type, title, status, detail, path, number, trace);
    }

    /** The same problem, of a request that the log knows by this name. */
    public ProblemDetail traced(@Nullable String name) {
        return new ProblemDetail(type, title, status, detail, path, line, name);
    }

    /** Whether it is our fault, and so belongs into the log. */
    public boolean unexpected() {
        return status == 500;
    }

    /** Whether the same request may succeed soon. */
    public boolean passing() {
        return status == 503;
    }
}
