package retention.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** From facts that have been read to advice. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FactsBench {

    /** The advisor. */
    @Benchmark
    public Object ours(Ours ours, Turn turn) {
        return ours.book.advise(ours.customers.get(turn.next()));
    }

    /** The advisor, telling of every action why and why not. */
    @Benchmark
    public Object oursExplained(Ours ours, Turn turn) {
        return ours.book.explain(ours.customers.get(turn.next()), null);
    }

    /** The hand-written code. */
    @Benchmark
    public Object hand(ByHand hand, Turn turn) {
        return hand.hand.decide(hand.customers.get(turn.next()), hand.found);
    }

    /** Plain Drools, a new session, every fact inserted. */
    @Benchmark
    public Object narrow(Narrowed narrow, Turn turn) {
        return narrow.narrow.decide(narrow.customers.get(turn.next()));
    }
}
