package retention.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Plain Drools with a new session for each customer, and the same customers in its words. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the set-up fills it
public class Narrowed {

    Narrow narrow;
    List<byte[]> json;
    List<Narrow.Customer> customers;

    /** Compiles its rules and makes the customers. */
    @Setup(Level.Trial)
    public void open() {
        narrow = new Narrow();
        json = Workload.specified(Turn.CUSTOMERS);
        customers = json.stream().map(Narrow::read).toList();
    }
}
