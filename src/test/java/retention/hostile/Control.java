package retention.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import retention.hostile.Wire.Heard;

/** An honest client that asks for advice every few milliseconds, on a connection of its own, while others do what they do. */
public final class Control implements AutoCloseable {

    private static final String BODY = "{\"id\":\"control\",\"asOf\":\"2026-06-01\"}";
    private static final String REQUEST =
            "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + "Content-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY;

    /** Every so many requests it comes anew, as a new client would. */
    private static final int ON_ONE_CONNECTION = 20;

    private static final int PAUSE_MILLIS = 5;

    private final int port;
    private final Thread thread = new Thread(this::ask, "control");
    private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();
    private volatile boolean done;
    private int asked;
    private long slowestNanos;

    private Control(int port) {
        this.port = port;
    }

    /** Asks from now on. */
    public static Control of(int port) {
        var control = new Control(port);
        control.thread.start();
        return control;
    }

    /** Asks no more; fails when a request did, when none was made, or when the slowest took longer than that. */
    public String assertServed(Duration slowest) throws InterruptedException {
        done = true;
        thread.join();
        assertThat(wrong.get()).as("what an honest client met").isNull();
        assertThat(asked).as("honest requests").isPositive();
        assertThat(Duration.ofNanos(slowestNanos)).as("slowest honest request").isLessThan(slowest);
        return asked + " honest requests, slowest "
                + Duration.ofNanos(slowestNanos).toMillis() + " ms";
    }

    @Override
    public void close() {
        done = true;
    }

    private void ask() {
        try {
            do {
                someOnOneConnection();
            } while (!done && wrong.get() == null);
        } catch (IOException | InterruptedException failed) {
            wrong.set(failed.toString());
        }
    }

    private void someOnOneConnection() throws IOException, InterruptedException {
        try (var wire = new Wire(port)) {
            for (int i = 0; i == 0 || (i < ON_ONE_CONNECTION && !done); i++) {
                long begun = System.nanoTime();
                Heard heard = wire.say(REQUEST).hear();
                slowestNanos = Math.max(slowestNanos, System.nanoTime() - begun);
                asked++;
                if (heard.status() != 200) {
                    wrong.set(heard.toString());
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
