package retention.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import retention.facts.Customer;
import retention.rules.RuleBook;

/** What it costs that rules ask for facts of their own, {@code Order( ... )}, where they could ask the customer's lists. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the set-up fills it
public class StyleBench {

    /** Instead of files of {@link Workload#RULES}: rules that conclude the same, and ask otherwise. */
    static final Path OF_FACTS = Path.of("src/bench/rules-of-facts");

    private RuleBook book;
    private List<Customer> customers;

    /** Opens the rules and makes the customers. */
    @Setup(Level.Trial)
    public void open() {
        book = Ours.open(rules());
        customers = Workload.customers(Turn.CUSTOMERS);
    }

    /** Closes the rules. */
    @TearDown(Level.Trial)
    public void close() {
        book.close();
    }

    /** The advisor, with eight rules that ask for orders, matters, visits and incidents. */
    @Benchmark
    public Object facts(Turn turn) {
        return book.advise(customers.get(turn.next()));
    }

    static Path rules() {
        Path folder = Path.of("target", "bench", "rules-of-facts");
        Copies.copy(Workload.RULES, folder, 1);
        Copies.copy(OF_FACTS, folder, 1);
        return folder;
    }
}
