package retention.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import retention.hostile.Wire.Heard;

/**
 * Sends what nobody would send, from several connections at once: half of it customers with something changed, half of it
 * requests with changed bytes. The same seed sends the same.
 */
public final class Fuzz {

    private static final int CONNECTIONS = 8;
    private static final int OF_A_REQUEST_SHOWN = 600;
    private static final int BUSY = 503;

    private final int port;
    private final List<byte[]> customers;
    private final Map<String, AtomicInteger> outcomes = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    /** Against a server on this machine. */
    public Fuzz(int port, List<byte[]> customers) {
        this.port = port;
        this.customers = customers;
    }

    /** Sends so many requests. */
    public void run(int requests, long seed) throws InterruptedException {
        List<Thread> threads = IntStream.range(0, CONNECTIONS)
                .mapToObj(i ->
                        new Thread(() -> some(requests / CONNECTIONS, new Random(seed * CONNECTIONS + i)), "fuzz " + i))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Server errors, requests without an end and answers that are no HTTP, each with the request. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many requests came out how, such as {@code json 200}. */
    public Map<String, Integer> outcomes() {
        var counts = new TreeMap<String, Integer>();
        outcomes.forEach((what, count) -> counts.put(what, count.get()));
        return counts;
    }

    private void some(int requests, Random random) {
        var json = new JsonMutants(customers, random);
        var raw = new RawMutants(random);
        Wire wire = null;
        for (int i = 0; i < requests; i++) {
            if (i % 2 == 0) {
                wire = customer(wire, request(json, random));
            } else {
                raw(raw.next());
            }
        }
        close(wire);
    }

    private static byte[] request(JsonMutants mutants, Random random) {
        boolean stream = random.nextInt(10) == 0;
        var body = new ByteArrayOutputStream();
        for (int lines = stream ? random.nextInt(20) : 1; lines > 0; lines--) {
            body.writeBytes(mutants.next());
            body.write(' ');
            body.writeBytes(stream ? new byte[] {'\n'} : new byte[0]);
        }
        String explain = !stream && random.nextInt(10) == 0 ? "?explain=full" : "";
        String head = "POST /v1/advice" + explain + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/"
                + (stream ? "x-ndjson" : "json") + "\r\nContent-Length: " + body.size() + "\r\n\r\n";
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body.toByteArray());
        return request.toByteArray();
    }

    /** A whole request always gets an answer; the connection to go on with is null when the server ended it. */
    private @Nullable Wire customer(@Nullable Wire open, byte[] request) {
        Wire wire = open;
        try {
            wire = open == null ? new Wire(port) : open;
            Heard heard = wire.say(request).hear();
            count("json", heard.status(), request);
            if (heard.body().contains("\"status\":500")) {
                tell("500 in a stream", request);
            }
            if (!heard.last()) {
                return wire;
            }
        } catch (IOException failed) {
            tell("json: " + failed, request);
        }
        close(wire);
        return null;
    }

    /** After this nothing more is said, so the server has to end the connection, with answers or without. */
    private void raw(byte[] bytes) {
        try (var wire = new Wire(port)) {
            List<Integer> heard = wire.say(bytes).finish().hearAll();
            heard.forEach(status -> count("raw", status, bytes));
            if (heard.isEmpty()) {
                outcomes.computeIfAbsent("raw closed", x -> new AtomicInteger()).incrementAndGet();
            }
        } catch (SocketTimeoutException hanging) {
            tell("raw: no end", bytes);
        } catch (EOFException cut) { // a stream that had begun to be answered, and then broke its frame
            outcomes.computeIfAbsent("raw cut", x -> new AtomicInteger()).incrementAndGet();
        } catch (IOException failed) {
            tell("raw: " + failed, bytes);
        }
    }

    private void count(String what, int status, byte[] request) {
        outcomes.computeIfAbsent(what + " " + status, x -> new AtomicInteger()).incrementAndGet();
        if (status >= 500 && status != BUSY) {
            tell(what + " " + status, request);
        }
    }

    private void tell(String what, byte[] request) {
        String shown = new String(request, 0, Math.min(request.length, OF_A_REQUEST_SHOWN), ISO_8859_1);
        wrong.add(
                what + " <- " + shown.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0"));
    }

    private static void close(@Nullable Wire wire) {
        try {
            if (wire != null) {
                wire.close();
            }
        } catch (IOException gone) {
            // it is closed
        }
    }
}
