package retention.bench;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whose turn it is: each thread goes through all customers again and again. */
@State(Scope.Thread)
public class Turn {

    /** Customers that each benchmark goes through: more than the processor's caches hold, as when each is new. */
    static final int CUSTOMERS = Integer.getInteger("bench.customers", 20_000);

    private int last = -1;

    /** The place of the next customer. */
    int next() {
        last = last + 1 < CUSTOMERS ? last + 1 : 0;
        return last;
    }
}
