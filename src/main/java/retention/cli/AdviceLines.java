package retention.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import retention.advice.Advice;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
import retention.json.Json;
import retention.json.Lines;
import retention.json.ProblemDetail;

/**
 * Advice for a stream of customers, one line each, on several threads, in the order of the input. Holds a fixed number of
 * chunks at a time, so memory does not grow with the stream. For one thread.
 */
final class AdviceLines {

    /** Bytes of the longest line that is read. */
    static final int LONGEST = 1024 * 1024;

    private static final int CHUNK_LINES = 64;
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int CHUNKS_PER_THREAD = 4;

    @SuppressWarnings("ArrayRecordComponent") // handed from one thread to another, never compared
    private record Line(long number, byte[] json, boolean tooLong) {}

    @SuppressWarnings("ArrayRecordComponent") // likewise
    private record Answers(byte[] json, int lines, int bad) {}

    private final Function<Customer, Advice> advise;
    private final LocalDate today;
    private final int threads;
    private final Progress progress;
    private final ArrayDeque<Future<Answers>> working = new ArrayDeque<>();
    private List<Line> chunk = new ArrayList<>();
    private int chunkBytes;
    private long bad;

    AdviceLines(Function<Customer, Advice> advise, LocalDate today, int threads, Progress progress) {
        this.advise = advise;
        this.today = today;
        this.threads = threads;
        this.progress = progress;
    }

    /** Answers every line; gives back how many could not be. */
    long run(InputStream in, OutputStream out) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (var answers = new BufferedOutputStream(out, CHUNK_BYTES)) {
            var lines = new Lines(in, LONGEST, () -> answerAll(workers, answers));
            while (lines.next()) {
                chunk.add(line(lines));
                chunkBytes += lines.length();
                if (chunk.size() >= CHUNK_LINES || chunkBytes >= CHUNK_BYTES) {
                    submit(workers, answers);
                }
            }
            answerAll(workers, answers);
            progress.done();
            return bad;
        } finally {
            workers.shutdownNow();
        }
    }

    /** Before waiting for input everything is answered, so that nobody waits for each other. */
    private void answerAll(ExecutorService workers, OutputStream out) throws IOException {
        submit(workers, out);
        drain(0, out);
        out.flush();
    }

    private static Line line(Lines lines) {
        byte[] json = Arrays.copyOfRange(lines.buffer(), lines.from(), lines.from() + lines.length());
        return new Line(lines.number(), json, lines.tooLong());
    }

    private void submit(ExecutorService workers, OutputStream out) throws IOException {
        if (chunk.isEmpty()) {
            return;
        }
        List<Line> full = chunk;
        working.add(workers.submit(() -> answer(full)));
        chunk = new ArrayList<>(CHUNK_LINES);
        chunkBytes = 0;
        drain(threads * CHUNKS_PER_THREAD, out);
    }

    /** Writes finished chunks from the front until at most so many are under way. */
    private void drain(int most, OutputStream out) throws IOException {
        while (working.size() > most || (!working.isEmpty() && working.element().isDone())) {
            Answers answers = get(working.remove());
            out.write(answers.json());
            bad += answers.bad();
            progress.add(answers.lines());
        }
    }

    private Answers answer(List<Line> lines) {
        var json = new ByteArrayOutputStream();
        int failed = 0;
        for (Line line : lines) {
            Object answer = answer(line);
            failed += answer instanceof ProblemDetail ? 1 : 0;
            json.writeBytes(Json.write(answer));
            json.write('\n');
        }
        return new Answers(json.toByteArray(), lines.size(), failed);
    }

    private Object answer(Line line) {
        if (line.tooLong()) {
            return ProblemDetail.tooLarge("a line may have " + LONGEST + " bytes")
                    .atLine(line.number());
        }
        try {
            return advise.apply(CustomerReader.read(line.json(), today));
        } catch (BadRequest unreadable) {
            return ProblemDetail.badRequest(unreadable).atLine(line.number());
        } catch (IllegalStateException failed) { // a rule; the message names it
            return ProblemDetail.internal(String.valueOf(failed.getMessage())).atLine(line.number());
        } catch (RuntimeException | StackOverflowError unexpected) {
            return ProblemDetail.internal(
                            "no advice could be given: " + unexpected.getClass().getSimpleName())
                    .atLine(line.number());
        }
    }

    private static Answers get(Future<Answers> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a worker failed", failed);
        }
    }
}
