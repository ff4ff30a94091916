package retention.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import retention.rules.sandbox.Layers;

/**
 * Runs every attack with each part of the sandbox alone, and with none, in a process of its own that may be harmed.
 * Prints a line for each: the name, then which part, whether there was harm, and what happened.
 */
final class AttackRun {

    static final String HARM = "harm";
    static final String NONE = "none";

    private static final int WORKERS = 3;
    private static final long SECONDS = 20;
    private static final long SECONDS_OF_LOOPS = 4;

    private static final Map<String, Layers> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("bytecode", new Layers(false, true, false));
        PARTS.put("steps", new Layers(false, false, true));
        PARTS.put("loaders", new Layers(true, false, false));
        PARTS.put(NONE, new Layers(false, false, false));
    }

    private final ReadWriteLock memory = new ReentrantReadWriteLock();
    private final Path folder;
    private final AtomicBoolean exited = new AtomicBoolean();
    private final List<Trial> late = Collections.synchronizedList(new ArrayList<>());

    private AttackRun(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        var run = new AttackRun(Path.of(arguments[0]));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            run.exited.set(true);
            try {
                ended.await(); // an attack has ended the program: not before all have been tried
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }));
        List<Attack> attacks = Attack.tried().stream()
                .filter(attack -> arguments.length < 2 || attack.name().matches(arguments[1]))
                .sorted((a, b) ->
                        Boolean.compare(a.proof().equals("exit"), b.proof().equals("exit")))
                .toList();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        for (Attack attack : attacks) {
            if (attack.proof().equals("exit")) { // all others first
                workers.shutdown();
                workers.awaitTermination(1, TimeUnit.HOURS);
                run.attempt(attack);
            } else {
                workers.execute(() -> run.attempt(attack));
            }
        }
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.HOURS);
        run.late.forEach(Trial::start);
        Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS_OF_LOOPS));
        var out = new FileOutputStream(FileDescriptor.out);
        for (Trial trial : run.late) {
            out.write(trial.verdict());
        }
        Runtime.getRuntime().halt(0);
    }

    private void attempt(Attack attack) {
        try {
            var none = new Trial(attack, NONE);
            none.compile();
            for (String part : PARTS.keySet()) {
                var trial = part.equals(NONE) ? none : new Trial(attack, part);
                if (part.equals("loaders")) {
                    trial.compile();
                } else {
                    trial.compileAs(none);
                }
                attempt(trial);
            }
        } catch (InterruptedException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void attempt(Trial trial) throws InterruptedException, IOException {
        if (trial.waits()) {
            trial.prepare();
            late.add(trial); // all at once, at the end
        } else {
            Lock room = trial.attack.proof().equals("memory") ? memory.writeLock() : memory.readLock();
            room.lock(); // what fills the memory does so alone
            try {
                trial.start();
                trial.await(TimeUnit.SECONDS.toNanos(SECONDS));
            } finally {
                room.unlock();
            }
            trial.print();
        }
    }

    /** One attack with one part of the sandbox. */
    private final class Trial {

        private final Attack attack;
        private final String part;
        private final Path marker;
        private final Unchecked rules;
        private final AtomicReference<String> outcome = new AtomicReference<>();
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile @Nullable Map<String, byte[]> classes;
        private volatile @Nullable Half half;
        private byte[] harmful = {};
        private byte[] harmless = {};
        private boolean harmInCompiling;
        private boolean harm;

        Trial(Attack attack, String part) {
            this.attack = attack;
            this.part = part;
            this.marker = folder.resolve(attack.name() + (part.equals("loaders") ? "-loaders" : ""));
            this.rules = new Unchecked(Objects.requireNonNull(PARTS.get(part)));
        }

        void compile() throws IOException {
            try {
                classes = rules.compile(attack.making(marker));
            } catch (RuntimeException | LinkageError | StackOverflowError refused) {
                ended(refused.toString());
            }
            harmInCompiling = attack.proof().equals("file") && Files.deleteIfExists(marker);
            harm |= harmInCompiling;
        }

        /** The parts that are not there while rules are compiled share what was compiled. */
        void compileAs(Trial other) {
            classes = other.classes;
            harm |= other.harmInCompiling;
            if (classes == null) {
                ended(String.valueOf(other.outcome.get()));
            }
        }

        /** Whether it may never end: it is not refused, and nobody counts its steps. */
        boolean waits() {
            Map<String, byte[]> made = classes;
            return attack.proof().equals("hang")
                    && !part.equals("steps")
                    && made != null
                    && rules.refusals(made).isEmpty();
        }

        /** Loads it, so that at the end nothing is left but to run it, and what to say lies ready. */
        void prepare() {
            harmful = line(HARM, "does not end");
            harmless = line("safe", "has ended");
            try {
                half = rules.half(Objects.requireNonNull(classes));
            } catch (RuntimeException | LinkageError refused) {
                ended(refused.toString());
            }
        }

        void start() {
            if (classes != null && done.getCount() > 0) {
                var thread = new Thread(this::run, attack.name());
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void run() {
            try {
                Half ready = half;
                String said = ready == null
                        ? rules.run(Objects.requireNonNull(classes))
                        : rules.said(ready, Unchecked.customer());
                harm = attack.proof().equals("said") && said.contains("PWNED");
                ended("said " + said);
            } catch (OutOfMemoryError full) {
                harm = attack.proof().equals("memory") || attack.proof().equals("hang");
                ended(full.toString());
            } catch (RuntimeException | LinkageError | StackOverflowError stopped) {
                harm = attack.proof().equals("fails")
                        && !String.valueOf(stopped.getMessage()).startsWith("refused");
                ended(stopped.toString());
            }
        }

        private void ended(String how) {
            outcome.set(how);
            done.countDown();
        }

        void await(long nanos) throws InterruptedException {
            boolean inTime = done.await(nanos, TimeUnit.NANOSECONDS);
            boolean endless = !inTime && attack.proof().equals("hang");
            boolean ended = !inTime && attack.proof().equals("exit") && exited.get();
            harm |= endless || ended;
        }

        /** What to print of one that may never end. Needs no memory: others may have taken all there is. */
        byte[] verdict() {
            return done.getCount() > 0 || harm ? harmful : harmless;
        }

        void print() throws IOException {
            harm |= attack.proof().equals("file") && Files.deleteIfExists(marker);
            String how = String.valueOf(outcome.get()).replaceAll("\\s+", " ");
            System.out.write(line(harm ? HARM : "safe", how.substring(0, Math.min(how.length(), 300))));
            System.out.flush();
        }

        private byte[] line(String verdict, String how) {
            return (attack.name() + "\t" + part + "\t" + verdict + "\t" + how + "\n").getBytes(UTF_8);
        }
    }
}
