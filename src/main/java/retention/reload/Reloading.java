package retention.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retention.rules.BadRules;
import retention.rules.Code;
import retention.rules.Opening;
import retention.rules.Problem;
import retention.rules.RuleBook;
import retention.rules.RuleSources;

/**
 * Takes up what is saved in a rule folder. One thread of its own reads, compiles and swaps; any thread may ask for what
 * serves.
 */
final class Reloading implements AutoCloseable {

    /** How long closing waits for a reload that has begun. */
    private static final Duration LONGEST_RELOAD = Duration.ofSeconds(5);

    private final Path folder;
    private final Watching watching;
    private final Watch watch;
    private final Revisions revisions;
    private final Opening opening;
    private final InstantSource time;
    private final ReloadLog log;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Reloading::thread);

    private final Bounded bounded;

    private volatile State state;

    /** Written by the watching thread alone. */
    private volatile Reloads reloads = Reloads.none();

    /** What was read last, null when it could not be; for the watching thread. */
    private @Nullable RuleSources last;

    private volatile boolean closed;

    Reloading(
            Path folder,
            Watching watching,
            Revisions revisions,
            Opening opening,
            InstantSource time,
            RuleBook book,
            RuleSources sources) {
        this.folder = folder;
        this.watching = watching;
        this.watch = new Watch(watching);
        this.bounded = new Bounded(watching.patience());
        this.revisions = revisions;
        this.opening = opening;
        this.time = time;
        this.log = new ReloadLog(folder);
        this.state = new State(new Serving(book, sources, now()), null);
        this.last = sources;
        keep(state.serving());
    }

    /** Watches from now on. */
    void start() {
        long every = watching.every().toNanos();
        var unused = thread.scheduleWithFixedDelay(this::tick, every, every, TimeUnit.NANOSECONDS);
    }

    /** What serves and what does not, at this moment. */
    State state() {
        return state;
    }

    /** How often the folder changed since the start. */
    Reloads reloads() {
        return reloads;
    }

    /** What serves, for a user that leaves it again. */
    Serving enter() {
        while (!closed) {
            Serving serving = state.serving();
            if (serving.enter()) {
                return serving;
            }
        } // that one has just been replaced
        throw new IllegalStateException("the rules were closed");
    }

    /** Runs work before the next look at the folder, giving up the one that has begun, and waits for it. */
    <T> T run(Callable<T> work) {
        boolean gaveUp = bounded.giveUp();
        try {
            return thread.submit(() -> {
                        if (gaveUp) {
                            last = null;
                            watch.waitFrom(System.nanoTime());
                        }
                        return work.call();
                    })
                    .get();
        } catch (ExecutionException failed) {
            throw Bounded.unchecked(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Reads the folder and takes up what is new. For the watching thread. */
    void look() {
        try {
            RuleSources sources = bounded.run(() -> OwnName.read(folder));
            if (sources == null) {
                throw new UncheckedIOException(new IOException("it takes too long"));
            }
            log.readable();
            take(sources);
        } catch (BadRules | UncheckedIOException unreadable) {
            unreadable(unreadable);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!closed && !thread.awaitTermination(LONGEST_RELOAD.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        if (!closed) {
            closed = true;
            state.serving().leave();
        }
    }

    /** Whatever happens, it is called again. */
    private void tick() {
        try {
            if (watch.due(Footprint.of(folder), System.nanoTime())) {
                look();
            }
        } catch (Throwable failure) { // no memory just now, perhaps
            log.failed(failure);
        }
    }

    private void unreadable(RuntimeException why) {
        log.unreadable(why);
        if (last != null) {
            String words = "cannot be read: " + OwnName.in(ReloadLog.words(why), folder);
            state = state.rejecting(new InForce.Rejected(
                    null, now(), List.of(Problem.of(Code.NOT_COMPILED, RuleSources.shown(OwnName.of(folder)), words))));
            reloads = reloads.another(false, 0);
        }
        last = null;
        watch.waitFrom(System.nanoTime());
    }

    private void take(RuleSources sources) {
        if (last != null && sources.differing(last).isEmpty()) {
            return;
        }
        last = sources;
        if (sources.differing(state.serving().sources()).isEmpty()) {
            state = state.asSaved();
            log.backAgain();
        } else {
            open(sources);
        }
    }

    private void open(RuleSources sources) {
        long begun = System.nanoTime();
        Opened opened = bounded.run(() -> Opened.of(sources, opening));
        if (opened == null) {
            opened = Opened.givenUp(sources, watching.patience());
        }
        RuleBook book = opened.book();
        if (book == null) {
            var told = new InForce.Rejected(sources.revision(), now(), opened.problems());
            state = state.rejecting(told);
            reloads = reloads.another(false, System.nanoTime() - begun);
            log.rejected(told);
        } else if (book.revision().equals(state.serving().book().revision())) {
            book.close(); // only a byte order mark came or went, or a file that had been refused
            state = state.asSaved();
            log.backAgain();
        } else {
            swap(new Serving(book, sources, now()));
            long took = System.nanoTime() - begun;
            reloads = reloads.another(true, took);
            log.reloaded(book, took);
            keep(state.serving());
        }
    }

    private void swap(Serving next) {
        Serving before = state.serving();
        state = new State(next, null);
        before.leave();
    }

    private void keep(Serving serving) {
        try {
            int rules = serving.book().listing().rules().size();
            revisions.keep(serving.sources(), rules, serving.since());
        } catch (IOException | UncheckedIOException unwritable) {
            log.notKept(unwritable);
        }
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "rules");
        thread.setDaemon(true);
        return thread;
    }
}
