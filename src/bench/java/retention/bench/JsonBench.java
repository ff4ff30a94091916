package retention.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import retention.json.CustomerReader;
import retention.json.Json;

/** From JSON to advice as JSON. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class JsonBench {

    /** The advisor. */
    @Benchmark
    public byte[] ours(Ours ours, Turn turn) {
        return Json.write(ours.book.advise(CustomerReader.read(ours.json.get(turn.next()), Mapping.DAY)));
    }

    /** The advisor, no further than the facts: what lies beyond is its own. */
    @Benchmark
    public Object oursRead(Ours ours, Turn turn) {
        return CustomerReader.read(ours.json.get(turn.next()), Mapping.DAY);
    }

    /** The hand-written code with Jackson as it comes. */
    @Benchmark
    public byte[] hand(ByHand hand, Turn turn) {
        return hand.handJson.answer(hand.json.get(turn.next()));
    }

    /** The same, no further than the facts. */
    @Benchmark
    public Object handRead(ByHand hand, Turn turn) {
        return HandJson.read(hand.json.get(turn.next()));
    }

    /** Plain Drools with Jackson as it comes. */
    @Benchmark
    public byte[] narrow(Narrowed narrow, Turn turn) {
        Narrow.Customer customer = Narrow.read(narrow.json.get(turn.next()));
        return narrow.narrow.decide(customer).outcome(customer).line().getBytes(StandardCharsets.UTF_8);
    }
}
