package retention.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Waits for the process to be told to stop: SIGTERM, SIGINT, or SIGHUP. A second one ends the process at once.
 *
 * <p>The JDK's own answer to a signal is to exit with 128 and the signal's number, which systemd takes for a failure, and to
 * ignore the second one. Its class for signals may not be named by code that is compiled without warnings.
 */
final class StopSignals {

    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");
    private static final int KILLED = 128;

    private final CountDownLatch told = new CountDownLatch(1);

    private StopSignals() {}

    /** Listens from now on. */
    static StopSignals listen() {
        var signals = new StopSignals();
        NAMES.forEach(signals::hear);
        return signals;
    }

    /** Returns when the first signal comes. */
    void await() throws InterruptedException {
        told.await();
    }

    private void hear(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                        come((int) signal.getMethod("getNumber").invoke(args[0]));
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
        } catch (ReflectiveOperationException leftToTheJdk) {
            // this machine has no such signal, or -Xrs keeps Java's hands off it
        }
    }

    private void come(int number) {
        if (told.getCount() == 0) {
            Runtime.getRuntime().halt(KILLED + number);
        }
        told.countDown();
    }
}
