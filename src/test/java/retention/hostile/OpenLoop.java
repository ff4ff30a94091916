package retention.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Sends requests at a fixed rate, however slow the answers are, and counts time from the moment at which each was meant to be
 * sent. Load generators that wait for an answer before they ask again let a slow server look fast.
 */
public final class OpenLoop {

    private static final int THREADS = Integer.getInteger("load.threads", 2);
    private static final int CONNECTIONS_PER_THREAD = 1500;
    private static final long MILLI = 1_000_000;
    private static final long PAUSE_NANOS = MILLI / 20;
    private static final long GIVEN_UP_NANOS = 10_000 * MILLI;

    private final InetSocketAddress server;
    private final List<byte[]> requests;

    /** Against a server on this machine. */
    public OpenLoop(int port, List<byte[]> customers) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = customers.stream().map(Ask::advice).toList();
    }

    /** So many a second until it is enough, and waits for the last answers. */
    Tally run(int rate, BooleanSupplier enough) throws InterruptedException {
        var tally = new Tally();
        long begun = System.nanoTime();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(i -> new Thread(() -> new Part(tally, begun, rate, i).run(enough), "load " + i))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return tally;
    }

    /** So many a second for so many seconds. */
    Tally run(int rate, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return run(rate, () -> System.nanoTime() >= end);
    }

    /** What one thread sends: every second request. */
    private final class Part {
        private final Tally tally;
        private final long begun;
        private final double gapNanos;
        private final int offset;
        private final List<Caller> all = new ArrayList<>();
        private final ArrayDeque<Caller> free = new ArrayDeque<>();
        private long number;

        Part(Tally tally, long begun, int rate, int offset) {
            this.tally = tally;
            this.begun = begun;
            this.gapNanos = 1e9 * THREADS / rate;
            this.offset = offset;
        }

        void run(BooleanSupplier enough) {
            try (Selector selector = Selector.open()) {
                while (!enough.getAsBoolean()) {
                    sendWhatIsDue(selector);
                    listen(selector);
                }
                tally.unsent.add(Math.max(0, (long) ((System.nanoTime() - due()) / gapNanos)));
                while (all.stream().anyMatch(Caller::busy)) {
                    listen(selector);
                    giveUp();
                }
                all.forEach(Caller::hangUp);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private void sendWhatIsDue(Selector selector) {
            for (long due = due(); due <= System.nanoTime(); due = due()) {
                Caller caller = free.pollLast(); // the one that was used last: few connections while all goes well
                if (caller == null) {
                    if (all.size() >= CONNECTIONS_PER_THREAD) {
                        giveUp();
                        return; // it is late then, which counts
                    }
                    caller = new Caller(server, selector, tally);
                    all.add(caller);
                }
                tally.late.accumulate(System.nanoTime() - due);
                caller.send(requests.get((int) ((number * THREADS + offset) % requests.size())), due, tally);
                number++;
                if (!caller.busy()) {
                    free.add(caller);
                }
            }
        }

        private long due() {
            return begun + (long) ((number + (double) offset / THREADS) * gapNanos);
        }

        private void listen(Selector selector) throws IOException {
            if (due() - System.nanoTime() > 2 * MILLI) {
                selector.select(1);
            } else if (selector.selectNow() == 0 && due() - System.nanoTime() > PAUSE_NANOS) {
                LockSupport.parkNanos(
                        PAUSE_NANOS); // whoever spins takes processors from the server, if not here, then on the host
                selector.selectNow();
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Caller caller = (Caller) Objects.requireNonNull(key.attachment());
                boolean wasBusy = caller.busy();
                caller.proceed(key, begun);
                if (wasBusy && !caller.busy()) {
                    free.add(caller);
                }
            }
            selector.selectedKeys().clear();
        }

        private void giveUp() {
            long now = System.nanoTime();
            for (Caller caller : all) {
                if (caller.busy() && now - caller.meant() > GIVEN_UP_NANOS) {
                    caller.lose();
                    free.add(caller);
                }
            }
        }
    }
}
