package retention.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import retention.rules.RuleBook;

/** To read, check and compile the rule folder of the workload: once in a JVM that has done nothing yet, and later. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class CompileBench {

    /** Sees to it that the folder is known on disk, without this JVM having done anything for it. */
    @State(Scope.Benchmark)
    public static class Known {

        /** Lets another JVM compile it. */
        @Setup(Level.Trial)
        public void compile() throws Exception {
            Processes.run("retention.bench.CompileBench");
        }
    }

    /** Compiles the folder where {@link Ours#COMPILED} keeps it. */
    public static void main(String[] arguments) {
        Ours.open(Workload.RULES).close();
    }

    /** The first time in a JVM, nothing known. */
    @Benchmark
    @Fork(1)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void cold() {
        RuleBook.open(Workload.RULES).close();
    }

    /** Once the JVM is warm, all anew. */
    @Benchmark
    @Fork(1)
    @Warmup(iterations = 5)
    @Measurement(iterations = 3)
    public void warm() {
        RuleBook.open(Workload.RULES).close();
    }

    /** The first time in a JVM, and an earlier one has compiled it. */
    @Benchmark
    @Fork(1)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void cached(Known known) {
        Ours.open(Workload.RULES).close();
    }
}
