package retention.audit;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import retention.json.BadRequest;
import retention.json.Json;
import retention.json.Lines;
import retention.rules.FairTerms;
import retention.rules.RuleBook;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Metamorphic checks of terms over a file of customers: longer tenure must not lose a benefit, and protected fields must not
 * change any. First {@link #look} over all customers, then {@link #run} over them. For one thread, which has others help it.
 */
public final class Audit {

    private static final int LONGEST = 1024 * 1024;
    private static final int AT_ONCE = 256;

    private final RuleBook book;
    private final FairTerms fair;
    private final Auditing auditing;
    private final SeenValues seen;
    private final Findings findings;
    private final IntConsumer progress;

    /** {@code consenting} takes every customer for one who allows marketing and profiling; keeps {@code most} pairs a group. */
    public Audit(RuleBook book, LocalDate today, boolean consenting, int most, IntConsumer progress) {
        this.book = book;
        this.fair = book.fairTerms();
        this.auditing = new Auditing(book, fair, today, consenting);
        this.seen = new SeenValues(fair.fields().keySet());
        this.findings = new Findings(most);
        this.progress = progress;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed from one thread to another, never compared
    private record Line(long number, byte[] json) {}

    /** What came out; or why nothing did. */
    private record Answer(long line, Auditing.@Nullable Result result, String why) {}

    /** Notes what customers have in the protected fields. */
    public void look(InputStream in) throws IOException {
        var lines = new Lines(in, LONGEST, () -> {});
        while (lines.next()) {
            JsonNode customer = lines.tooLong() ? null : tree(json(lines));
            if (customer != null) {
                seen.note(customer);
            }
        }
    }

    /** Audits each customer; a line that cannot be read is counted. */
    public void run(InputStream in) throws IOException {
        var lines = new Lines(in, LONGEST, () -> {});
        List<Line> waiting = new ArrayList<>();
        while (lines.next()) {
            waiting.add(new Line(lines.number(), lines.tooLong() ? new byte[0] : json(lines)));
            if (waiting.size() == AT_ONCE) {
                audit(waiting);
            }
        }
        audit(waiting);
    }

    /** What was found so far. */
    public AuditReport report() {
        return findings.report(book.revision(), fair);
    }

    private void audit(List<Line> waiting) {
        for (Answer answer : waiting.parallelStream().map(this::answer).toList()) {
            if (answer.result() == null) {
                findings.unreadable(answer.line(), answer.why());
            } else {
                findings.add(answer.result());
            }
        }
        progress.accept(waiting.size());
        waiting.clear();
    }

    private Answer answer(Line line) {
        JsonNode customer = tree(line.json());
        if (customer == null) {
            return new Answer(line.number(), null, "is no customer: a JSON object with at least an \"id\" is needed");
        }
        try {
            return new Answer(line.number(), auditing.audit(customer, line.number(), seen), "");
        } catch (BadRequest | IllegalStateException problem) { // no customer, or a rule failed; the message names it
            return new Answer(line.number(), null, String.valueOf(problem.getMessage()));
        } catch (RuntimeException | StackOverflowError unexpected) {
            String why = "it could not be audited: " + unexpected.getClass().getSimpleName();
            return new Answer(line.number(), null, why);
        }
    }

    private static byte[] json(Lines lines) {
        return Arrays.copyOfRange(lines.buffer(), lines.from(), lines.from() + lines.length());
    }

    /** Null for what is no object. */
    private static @Nullable JsonNode tree(byte[] json) {
        try {
            JsonNode tree = Json.mapper().readTree(json);
            return tree.isObject() ? tree : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
