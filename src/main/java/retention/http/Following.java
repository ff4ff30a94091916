package retention.http;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has something looked at four times a second, by a thread of its own, until it is closed. */
final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int MILLIS = 250;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Following::daemon);

    @SuppressWarnings("FutureReturnValueIgnored") // what fails is told by attempt
    Following(Runnable look) {
        thread.scheduleWithFixedDelay(() -> attempt(look), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** What fails once is tried again. */
    private static void attempt(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException failure) {
            LOG.error("keys and certificate could not be looked at", failure);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "keys and certificate");
        thread.setDaemon(true);
        return thread;
    }
}
