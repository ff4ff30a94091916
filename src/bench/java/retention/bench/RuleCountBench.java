package retention.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import retention.facts.Customer;
import retention.rules.RuleBook;

/** From facts to advice with more rules: the 36 of the workload, ten times and 28 times as many. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the set-up fills it
public class RuleCountBench {

    private static final int ONCE = 36;

    /** How many rules of the workload there are. */
    @Param({"36", "360", "1008"})
    public int rules;

    private RuleBook book;
    private List<Customer> customers;

    /** Opens the rules and makes the customers. */
    @Setup(Level.Trial)
    public void open() {
        book = Ours.open(Copies.of(Workload.RULES, rules / ONCE));
        customers = Workload.customers(Turn.CUSTOMERS);
    }

    /** Closes the rules. */
    @TearDown(Level.Trial)
    public void close() {
        book.close();
    }

    /** The advisor. */
    @Benchmark
    public Object ours(Turn turn) {
        return book.advise(customers.get(turn.next()));
    }
}
