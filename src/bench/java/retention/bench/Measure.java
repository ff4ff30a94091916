package retention.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks, one after the other and all of it several times, so that what is compared was measured close
 * together; tells medians, and ratios as medians of the ratios of each round. {@code -Dbench.quick=true} is one short round
 * that proves nothing but that it works; {@code -Dbench.rounds=5} is as usual; {@code -Dbench.only=REGEX} leaves out others.
 */
final class Measure {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int ROUNDS = Integer.getInteger("bench.rounds", QUICK ? 1 : 5);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int IN_FILE = QUICK ? 20_000 : 100_000;
    private static final int MANY_RULES = 20;
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final Path FOLDER = Path.of("target", "bench");

    private final Figures figures = new Figures();

    private Measure() {}

    /** Writes {@code target/bench/results.json} and {@code results.md}. */
    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(FOLDER);
        var measure = new Measure();
        for (int round = 1; round <= ROUNDS; round++) {
            System.err.println("round " + round + " of " + ROUNDS);
            measure.round();
            Files.write(FOLDER.resolve("results.json"), measure.figures.json()); // what is done is not lost
            Files.writeString(FOLDER.resolve("results.md"), measure.figures.table(CORES, QUICK, ROUNDS));
        }
        System.out.print(Files.readString(FOLDER.resolve("results.md")));
    }

    private void round() throws RunnerException, IOException, InterruptedException {
        for (String name : List.of("FactsBench", "JsonBench", "RuleCountBench", "StyleBench", "CompileBench")) {
            bench(name + "\\..*", 1, "");
        }
        if (CORES > 1) {
            bench("(FactsBench|JsonBench)\\.ours$", CORES, " on all cores");
        }
        if (wanted("advise")) {
            advise();
        }
        if (wanted("start")) {
            start();
        }
    }

    private static boolean wanted(String name) {
        return ONLY.matcher(name).find();
    }

    private void bench(String name, int threads, String suffix) throws RunnerException {
        if (!wanted(name + suffix)) {
            return;
        }
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(name)
                .threads(threads)
                .jvmArgs("-XX:+UseParallelGC", "-Xms1g", "-Xmx1g", "-Dbench.customers=" + Turn.CUSTOMERS)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        if (!name.startsWith("Compile")) {
            int warm = name.startsWith("RuleCount")
                    ? MANY_RULES
                    : 5; // a thousand rules are some thousand methods to compile
            options.forks(1).warmupIterations(QUICK ? 1 : warm).measurementIterations(QUICK ? 1 : 5);
            TimeValue time = TimeValue.seconds(QUICK ? 1 : 3);
            options.warmupTime(time).measurementTime(time);
        }
        keep(new Runner(options.build()).run(), suffix);
    }

    private void keep(Collection<RunResult> results, String suffix) {
        for (RunResult result : results) {
            String full = result.getParams().getBenchmark();
            String rules = result.getParams().getParam("rules");
            String name = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1)
                    + (rules == null ? "" : " " + rules)
                    + suffix;
            figures.add(
                    name,
                    result.getPrimaryResult().getScoreUnit(),
                    result.getPrimaryResult().getScore());
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            if (allocated != null) {
                figures.add(name + Figures.ALLOCATED, "B", allocated.getScore());
            }
            System.err.printf("%s: %.1f%n", name, result.getPrimaryResult().getScore());
        }
    }

    /** The verb that answers a file: with few and with many lines, so that the start is known and taken off. */
    private void advise() throws IOException, InterruptedException {
        Path few = write("few.ndjson", 1);
        Path many = write("many.ndjson", IN_FILE);
        Processes.advise(few, 1); // compiles
        for (int threads : CORES > 1 ? new int[] {1, CORES} : new int[] {1}) {
            double start = Processes.advise(few, threads);
            double whole = Processes.advise(many, threads);
            figures.add("advise " + threads, "ops/s", IN_FILE / (whole - start));
        }
    }

    private static Path write(String name, int lines) throws IOException {
        Path file = FOLDER.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] line : Workload.json(lines)) {
                out.write(line);
                out.write('\n');
            }
        }
        return file;
    }

    private void start() throws IOException, InterruptedException {
        byte[] customer = Workload.json(1).get(0);
        Processes.launcher();
        Processes.forget();
        figures.add("start cold", "s/op", Processes.firstAnswer(customer));
        figures.add("start cached", "s/op", Processes.firstAnswer(customer));
    }
}
