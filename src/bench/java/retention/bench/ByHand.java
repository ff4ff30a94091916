package retention.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import retention.facts.Customer;

/** The hand-written code for one thread, and the same customers. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // the set-up fills it
public class ByHand {

    final Hand hand = new Hand();
    final Found found = new Found();
    final HandJson handJson = new HandJson();
    List<byte[]> json;
    List<Customer> customers;

    /** Makes the customers. */
    @Setup(Level.Trial)
    public void open() {
        json = Workload.json(Turn.CUSTOMERS);
        customers = Workload.customers(Turn.CUSTOMERS);
    }
}
