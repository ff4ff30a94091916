package retention.http;

import java.time.Duration;
import java.util.Map;

/**
 * Who works for whom, so that no kind of work takes the threads of another.
 *
 * @param advice one customer each, in well under a millisecond
 * @param streams many customers each, for as long as a client sends and reads
 * @param desk what people ask for: rules, schema, checks, what would change an advice
 */
record Lanes(Lane advice, Lane streams, Lane desk) implements AutoCloseable {

    /** Two checks, two rollbacks and those who wait for their turn leave some for readers. */
    private static final int DESK_THREADS = 10;

    private static final int DESK_QUEUE = 30;
    private static final Duration DESK_BUDGET = Duration.ofSeconds(10);

    static Lanes within(Limits limits) {
        return new Lanes(
                new Lane(
                        "advice",
                        "more customers are waiting than can be advised in time; try again",
                        limits.workers(),
                        limits.queue(),
                        limits.budget()),
                new Lane(
                        "stream",
                        "already serving " + limits.streams() + " streams; try again",
                        limits.streams(),
                        0,
                        DESK_BUDGET),
                new Lane("desk", "too many ask at once; try again", DESK_THREADS, DESK_QUEUE, DESK_BUDGET));
    }

    /** Each with what it is called. */
    Map<String, Lane> named() {
        return Map.of("advice", advice, "streams", streams, "desk", desk);
    }

    @Override
    public void close() {
        advice.close();
        streams.close();
        desk.close();
    }
}
