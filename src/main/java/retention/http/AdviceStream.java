package retention.http;

import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import retention.json.Json;
import retention.json.Lines;
import retention.json.ProblemDetail;

/**
 * One stream of customers: a line out for every line in, in the same order. A line that cannot be answered becomes a
 * problem, and the next one is read. Used once, by one thread.
 */
final class AdviceStream {

    private final Advising advising;
    private final int longest;
    private final Metrics metrics;
    private final @Nullable String trace;
    private boolean logged;

    /** The trace is that of the request, for the log. */
    AdviceStream(Advising advising, int longest, Metrics metrics, @Nullable String trace) {
        this.advising = advising;
        this.longest = longest;
        this.metrics = metrics;
        this.trace = trace;
    }

    /** Blocks until the input ends; a client that does not read its answers is not read from either. */
    void run(InputStream in, OutputStream out) throws IOException {
        var lines = new Lines(in, longest, out);
        while (lines.next()) {
            out.write(answer(lines));
            out.write('\n');
        }
        out.close();
    }

    private byte[] answer(Lines lines) {
        try {
            refuseTooLong(lines);
            byte[] answer = advising.answer(lines.buffer(), lines.from(), lines.length());
            metrics.answered(1);
            return answer;
        } catch (RequestTooBigException | RuntimeException | Error failure) { // answers before it are on their way
            metrics.refused(1);
            return Json.write(problem(failure).atLine(lines.number()));
        }
    }

    private void refuseTooLong(Lines lines) throws RequestTooBigException {
        if (lines.tooLong()) {
            throw new RequestTooBigException("a line may have " + longest + " bytes");
        }
    }

    private ProblemDetail problem(Throwable failure) {
        ProblemDetail problem = Failures.problem(failure);
        if (problem.unexpected() && !logged) {
            logged = true; // a million lines that fail alike need one entry
            Failures.log(failure, trace);
        }
        return problem;
    }
}
