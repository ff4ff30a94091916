package retention.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import retention.facts.Customer;
import retention.rules.CompiledFiles;
import retention.rules.RuleBook;
import retention.rules.RuleSources;

/** The workload's rules as the advisor serves them, and its customers. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the set-up fills it
public class Ours {

    /** What was compiled before, so that not every benchmark begins with the compiler. */
    static final Path COMPILED = Path.of("target", "bench", "compiled");

    RuleBook book;
    List<byte[]> json;
    List<Customer> customers;

    /** Opens the rules and makes the customers. */
    @Setup(Level.Trial)
    public void open() {
        book = open(Workload.RULES);
        json = Workload.json(Turn.CUSTOMERS);
        customers = Workload.customers(Turn.CUSTOMERS);
    }

    static RuleBook open(Path rules) {
        return RuleBook.open(RuleSources.read(rules), new CompiledFiles(COMPILED, System.err::println));
    }

    /** Closes the rules. */
    @TearDown(Level.Trial)
    public void close() {
        book.close();
    }
}
