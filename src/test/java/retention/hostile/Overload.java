package retention.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Finds how much a running server can take, then asks half of that, twice that, and half again, some rounds, and tells what
 * became of it.
 * {@code overload.sh} starts the server on cores of its own and calls this.
 */
public final class Overload {

    private static final double MOST_P99_MILLIS = 25;
    private static final double MOST_TIMES_SLOWER = 3;
    private static final double MOST_SECONDS_TO_RECOVER = 2;
    private static final int FIRST_RATE = 1000;
    private static final int WARMEST = 8;
    private static final int HIGHEST_RATE = 256_000;
    private static final int TRIES = 3;
    private static final int CLOSER = 4;

    /** Until it is no rush any more the answers are slow; that is told by the 99th percentile of a short time, and no part of a load. */
    private static final int LONGER = 12;

    private final OpenLoop load;
    private final int seconds;
    private final int rounds;

    private Overload(OpenLoop load, int seconds, int rounds) {
        this.load = load;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** What one round showed. */
    private record Round(double timesSlower, double recoveredSeconds, long lost, long other) {}

    /** Port, folder of fixtures, seconds for each step, rounds. Ends with 1 when what is promised is not kept. */
    public static void main(String[] port) throws Exception {
        var load = new OpenLoop(Integer.parseInt(port[0]), Customers.ofFixtures(Path.of(port[1])));
        var overload = new Overload(load, Integer.parseInt(port[2]), Integer.parseInt(port[3]));
        System.exit(overload.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        int warm = WARMEST * FIRST_RATE;
        for (int rate = FIRST_RATE / 8; rate < warm; rate *= 2) { // who is cold can do little
            tell("warming up", rate, load.run(rate, 2 * seconds));
        }
        tell("warming up", warm, load.run(warm, LONGER * seconds));
        tell("too much at once", 2 * warm, load.run(2 * warm, 2 * seconds)); // to refuse has to be learned as well
        tell("warming up", warm, load.run(warm, 2 * seconds));
        int most = sustainable();
        if (most == 0) {
            System.out.println("not even " + FIRST_RATE + "/s can be sustained");
            return false;
        }
        System.out.printf("sustainable: %d/s (no 503, p99 below %.0f ms)%n", most, MOST_P99_MILLIS);
        var all = new ArrayList<Round>();
        for (int i = 0; i < rounds; i++) {
            all.add(round(most));
        }
        return verdict(all);
    }

    private Round round(int most) throws Exception {
        Tally half = tell("half of it", most / 2, load.run(most / 2, 3 * seconds));
        CompletableFuture<Tally> twice = CompletableFuture.supplyAsync(() -> unchecked(2 * most));
        TimeUnit.SECONDS.sleep((long) LONGER * seconds); // not until its last answers are there: recovery begins now
        Tally after = load.run(most / 2, 3 * seconds);
        Tally over = tell("twice as much", 2 * most, twice.get());
        tell("half of it, at once", most / 2, after);
        return new Round(
                over.latencies.millis(0.99) / half.latencies.millis(0.99),
                after.lastRefusalSeconds(),
                half.lost.sum() + over.lost.sum() + after.lost.sum(),
                half.other.sum() + over.other.sum() + after.other.sum());
    }

    /** Who is slower in one round may have been robbed of the machine: of being slower the middle counts, of all else the worst. */
    private static boolean verdict(List<Round> rounds) {
        double[] slower =
                rounds.stream().mapToDouble(Round::timesSlower).sorted().toArray();
        double middle = slower[slower.length / 2];
        double recovered =
                rounds.stream().mapToDouble(Round::recoveredSeconds).max().orElse(0);
        long lost = rounds.stream().mapToLong(Round::lost).sum();
        long other = rounds.stream().mapToLong(Round::other).sum();
        System.out.printf(
                "p99 of what is served at twice: %.1f times that at half (at most %.0f); in each round %s%n",
                middle,
                MOST_TIMES_SLOWER,
                rounds.stream()
                        .map(round -> "%.1f".formatted(round.timesSlower()))
                        .toList());
        System.out.printf("recovered after %.1f s at most (at most %.0f)%n", recovered, MOST_SECONDS_TO_RECOVER);
        System.out.printf("lost %d, neither 200 nor 503: %d (none)%n", lost, other);
        return middle <= MOST_TIMES_SLOWER && recovered <= MOST_SECONDS_TO_RECOVER && lost == 0 && other == 0;
    }

    /** Doubles until it is too much, then comes closer. */
    private int sustainable() throws InterruptedException {
        int good = 0;
        int bad = FIRST_RATE;
        while (bad < HIGHEST_RATE && bears(bad)) {
            good = bad;
            bad *= 2;
        }
        for (int i = 0; i < CLOSER && good > 0; i++) {
            int between = (good + bad) / 2;
            if (bears(between)) {
                good = between;
            } else {
                bad = between;
            }
        }
        return good;
    }

    /** Three times is too much: once or twice may be the compiler of the JVM, or another program. */
    private boolean bears(int rate) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Tally tally = tell("does it bear", rate, load.run(rate, seconds));
            if (tally.allServed() && tally.latencies.millis(0.99) < MOST_P99_MILLIS) {
                return true;
            }
        }
        return false;
    }

    private Tally unchecked(int rate) {
        try {
            return load.run(rate, LONGER * seconds);
        } catch (InterruptedException stopped) {
            throw new CompletionException(stopped);
        }
    }

    private static Tally tell(String phase, int rate, Tally tally) {
        System.out.println(tally.line(phase, rate));
        return tally;
    }
}
