package retention.http;

import java.time.Duration;

/**
 * How much the server takes on.
 *
 * @param bodyBytes longest body of one customer, in bytes; a stream may be longer
 * @param lineBytes longest line of a stream, in bytes
 * @param workers threads that advise; half of them may serve streams, so that single requests always find one
 * @param idle a connection from which nothing was read for this long is closed, even while it is being answered
 * @param drain how long a closing server waits for the requests that are running
 */
public record Limits(int bodyBytes, int lineBytes, int workers, Duration idle, Duration drain) {

    private static final int MEBIBYTE = 1 << 20;
    private static final int WORKERS_PER_CORE = 8;

    /** One mebibyte for a customer, two minutes of silence, ten seconds to finish. */
    public static Limits defaults() {
        int workers = Math.max(2, Runtime.getRuntime().availableProcessors()) * WORKERS_PER_CORE;
        return new Limits(MEBIBYTE, MEBIBYTE, workers, Duration.ofMinutes(2), Duration.ofSeconds(10));
    }

    /** How many streams may run at once; each holds a worker for as long as it lasts. */
    int streams() {
        return Math.max(1, workers / 2);
    }
}
