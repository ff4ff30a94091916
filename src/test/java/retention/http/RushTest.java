package retention.http;

import static org.assertj.core.api.Assertions.assertThat;
import static retention.http.Calls.connect;
import static retention.http.Calls.get;
import static retention.http.Calls.post;
import static retention.http.Calls.readUntil;
import static retention.http.Calls.serve;
import static retention.http.Calls.write;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retention.advice.Advice;
import retention.facts.Customer;

/** More customers than can be advised. */
@Timeout(60)
final class RushTest {

    private static final String JSON = "application/json";
    private static final String ANNA = "{\"id\":\"Anna\"}";
    private static final int WORKERS = 2;
    private static final int QUEUE = 3;

    private CountDownLatch busy = new CountDownLatch(WORKERS);
    private Semaphore go = new Semaphore(0, true); // fair: else one worker may take what was meant for both
    private final List<Socket> open = new ArrayList<>();
    private Server server = serve(limits(Duration.ofSeconds(30), 1000), this::whenTold);

    @AfterEach
    void close() throws IOException {
        go.release(1000);
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
        server.close();
    }

    @Test
    void who_finds_the_queue_full_is_told_at_once_and_the_others_are_served() throws Exception {
        fill(WORKERS);
        busy.await();
        fill(QUEUE + 1);
        Socket refused = answered(1).get(0);
        assertThat(readUntil(refused, "}")).contains(" 503 ", "Retry-After: 1", "urn:retention:problem:busy");
        open.remove(refused);
        go.release(1000);
        for (Socket socket : open) {
            assertThat(readUntil(socket, "\"Anna\"")).contains(" 200 ");
        }
        assertThat(post(server, JSON, ANNA).statusCode()).isEqualTo(200);
    }

    @Test
    void who_waited_longer_than_the_budget_is_told_so() throws Exception {
        restart(limits(Duration.ofSeconds(2), 1000));
        fill(WORKERS);
        busy.await();
        fill(1);
        Thread.sleep(2200); // the wait itself is what is tried
        go.release(1000);
        assertThat(readUntil(open.get(WORKERS), "}")).contains(" 503 ", "Retry-After: 1", "urn:retention:problem:busy");
        assertThat(readUntil(open.get(0), "\"Anna\"")).contains(" 200 ");
        assertThat(post(server, JSON, ANNA).statusCode()).isEqualTo(200);
    }

    @Test
    void a_rush_after_silence_is_served() throws Exception {
        restart(limits(Duration.ofSeconds(5), 1000, 100));
        fill(WORKERS);
        busy.await();
        Thread.sleep(1100); // longer than a rush may last; nobody waits
        fill(60);
        go.release(1000);
        for (Socket socket : open) {
            assertThat(readUntil(socket, "}")).contains(" 200 ");
        }
    }

    @Test
    void while_more_come_than_are_served_who_came_last_goes_first() throws Exception {
        do {
            restart(limits(Duration.ofSeconds(40), 1000, 300));
        } while (!rush(Duration.ofSeconds(6), Duration.ofMillis(800)));
        go.release(WORKERS);
        awaitInLine(open.size() - 2 * WORKERS); // each thread has its next one, or one may take what was meant for both
        go.release(WORKERS);
        int last = open.size() - 1;
        assertThat(answered(2 * WORKERS)).extracting(open::indexOf).containsExactly(0, 1, last - 1, last);
        go.release(1000);
        for (Socket socket : open) {
            assertThat(readUntil(socket, "\"Anna\"")).contains(" 200 ");
        }
    }

    @Test
    void everything_else_is_answered_while_customers_wait() throws Exception {
        fill(WORKERS);
        busy.await();
        fill(QUEUE);
        for (String path : List.of("/health/live", "/v1/rules", "/v1/schema")) {
            assertThat(get(server, path).statusCode()).isEqualTo(200);
        }
    }

    /** The I/O threads share the places, so there is one for each; who comes to which of them is up to the system. */
    @Test
    void connections_too_many_wait_until_others_are_closed() throws Exception {
        int places = Math.max(2, Runtime.getRuntime().availableProcessors());
        restart(limits(Duration.ofSeconds(30), places));
        go.release(1000);
        fill(places + 1);
        var waiting = new ArrayList<Socket>();
        for (Socket socket : open) {
            socket.setSoTimeout(500);
            if (silent(socket)) {
                waiting.add(socket);
            }
        }
        open.removeAll(waiting);
        for (Socket served : open) {
            served.close();
        }
        assertThat(waiting).isNotEmpty();
        for (Socket socket : waiting) {
            socket.setSoTimeout(20_000);
            assertThat(readUntil(socket, "\"Anna\"")).contains(" 200 ");
            socket.close();
        }
    }

    /** Waits until so many have an answer. */
    private List<Socket> answered(int many) throws IOException {
        var answered = new ArrayList<Socket>();
        while (answered.size() < many) {
            answered.clear();
            for (Socket socket : open) {
                if (socket.getInputStream().available() > 0) {
                    answered.add(socket);
                }
            }
        }
        return answered;
    }

    private static boolean silent(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException nothing) {
            return true;
        }
    }

    private void fill(int customers) throws IOException {
        for (int i = 0; i < customers; i++) {
            Socket socket = connect(server);
            open.add(socket);
            write(
                    socket,
                    "POST /v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + ANNA.length() + "\r\n\r\n" + ANNA);
        }
    }

    /**
     * For so long somebody comes, nobody is served, and nobody comes before the one who came last is in line. False if anything
     * stood still for longer than this: that is no rush.
     */
    private boolean rush(Duration length, Duration standstill) throws Exception {
        fill(WORKERS);
        busy.await();
        long begin = System.nanoTime();
        long last = begin;
        while (last - begin < length.toNanos()) {
            Thread.sleep(50);
            fill(1);
            awaitInLine(open.size() - WORKERS);
            long now = System.nanoTime();
            if (now - last > standstill.toNanos()) {
                return false;
            }
            last = now;
        }
        return true;
    }

    private void awaitInLine(int customers) throws Exception {
        while (!get(server, "/metrics")
                .body()
                .contains("advisor_queue_length{lane=\"advice\"} %d.0\n".formatted(customers))) {
            Thread.sleep(5);
        }
    }

    private Advice whenTold(Customer customer) {
        busy.countDown();
        go.acquireUninterruptibly();
        return Calls.advice(customer);
    }

    private void restart(Limits limits) throws IOException {
        close();
        busy = new CountDownLatch(WORKERS);
        go = new Semaphore(0, true);
        server = serve(limits, this::whenTold);
    }

    private static Limits limits(Duration budget, int connections) {
        return limits(budget, connections, QUEUE);
    }

    private static Limits limits(Duration budget, int connections, int queue) {
        return new Limits(
                200,
                100,
                WORKERS,
                queue,
                budget,
                1,
                connections,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20));
    }
}
