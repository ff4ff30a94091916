package retention.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import retention.json.ProblemDetail;

/**
 * Threads for one kind of work, and a bounded queue before them. Who finds the queue full, or waits in it for too long, is
 * told 503 at once and has lost nothing. Thread-safe.
 */
final class Lane implements AutoCloseable {

    /** So many for each thread may wait however long the queue has been there. */
    private static final int FEW = 4;

    /** Below the threads that read and answer: else an answer that is ready lies there while others are worked out. */
    private static final int PRIORITY = 2;

    private final String busy;
    private final Patience patience;
    private final Semaphore places;
    private final ThreadPoolExecutor threads;
    private final ConcurrentLinkedDeque<Waiting> line = new ConcurrentLinkedDeque<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final Latencies waits = new Latencies();

    /** Work that waits for a thread since then. */
    private record Waiting(Runnable work, long came) {}

    /**
     * A lane of so many threads.
     *
     * @param name of its threads
     * @param busy what is said to whom it refuses
     * @param queue how many may wait; 0 for none
     */
    Lane(String name, String busy, int threads, int queue, Duration budget) {
        this.busy = busy;
        this.patience = new Patience(budget, FEW * threads);
        this.places = new Semaphore(threads + queue);
        var number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                work -> thread(work, name + "-" + number.incrementAndGet()));
        this.threads.allowCoreThreadTimeOut(true);
    }

    @SuppressWarnings(
            "ThreadPriorityCheck") // nothing hangs on it but who has to wait when there is too little time for all
    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setPriority(PRIORITY);
        return thread;
    }

    /** Has the work done by one of the threads, or refuses it. Does not block. */
    void take(HttpServerExchange exchange, HttpHandler work) {
        long came = System.nanoTime();
        int before = waiting.get();
        if (before == 0) {
            patience.idle(came); // nobody has come for a while, or all stood still
        }
        if (patience.shut(came, before) || !places.tryAcquire()) {
            refuse(exchange);
            return;
        }
        waiting.incrementAndGet();
        exchange.dispatch(task -> queue(task, came), (HttpServerExchange same) -> begin(same, work, came));
    }

    private void queue(Runnable task, long came) {
        line.addLast(new Waiting(task, came));
        threads.execute(this::next);
    }

    /** Called as often as work was put into the line, so there is some. */
    private void next() {
        long oldest = Objects.requireNonNull(line.peekFirst()).came;
        boolean newestFirst = patience.newestFirst(oldest, System.nanoTime());
        Waiting next = newestFirst ? line.pollLast() : line.pollFirst();
        Objects.requireNonNull(next).work.run();
    }

    private void begin(HttpServerExchange exchange, HttpHandler work, long came) {
        try {
            long now = System.nanoTime();
            waits.add(now - came);
            int behind = waiting.decrementAndGet();
            if (behind == 0) {
                patience.idle(now);
            }
            if (patience.over(came, now, behind)) {
                refuse(exchange);
            } else {
                new Failures(work).handleRequest(exchange);
            }
        } finally {
            places.release();
        }
    }

    private void refuse(HttpServerExchange exchange) {
        refused.increment();
        Answer.problem(exchange, ProblemDetail.busy(busy));
    }

    /** How many wait for a thread. */
    int waiting() {
        return waiting.get();
    }

    /** How many were refused so far. */
    long refused() {
        return refused.sum();
    }

    /** How long they waited for a thread. */
    Latencies waits() {
        return waits;
    }

    /** Whether work has been waiting all the time for longer than a rush takes. */
    boolean overloaded() {
        return waiting.get() > 0 && patience.overloaded(System.nanoTime());
    }

    /** Ends its threads, whatever they do. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
