package retention.http;

import java.time.Duration;

/**
 * How much the server takes on.
 *
 * @param bodyBytes longest body of one customer, in bytes; a stream may be longer
 * @param lineBytes longest line of a stream, in bytes
 * @param workers threads that advise single customers
 * @param queue how many single customers may wait for one of them
 * @param budget how long one may wait at most, see {@link Patience}
 * @param streams how many streams may run at once; each has a thread of its own for as long as it lasts
 * @param connections how many connections may be open at once; more wait until one is closed
 * @param arrival how long a head or a whole body may take to arrive, however it trickles; a stream may take longer
 * @param idle a connection from which nothing was read for this long is closed, even while it is being answered
 * @param drain how long a closing server waits for the requests that are running
 */
public record Limits(
        int bodyBytes,
        int lineBytes,
        int workers,
        int queue,
        Duration budget,
        int streams,
        int connections,
        Duration arrival,
        Duration idle,
        Duration drain) {

    private static final int MEBIBYTE = 1 << 20;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** While rules are compiled, so many hold their share of the cores against the compiler. */
    private static final int WORKERS_PER_CORE = 2;

    /**
     * One mebibyte for a customer, two workers for each core, two minutes of silence, ten seconds to finish. A second of waiting,
     * for whoever is refused has to wait for a second before asking again.
     */
    public static Limits defaults() {
        return new Limits(
                MEBIBYTE,
                MEBIBYTE,
                WORKERS_PER_CORE * CORES,
                2000,
                Duration.ofSeconds(1),
                4 * Math.max(2, CORES),
                4096,
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(10));
    }
}
