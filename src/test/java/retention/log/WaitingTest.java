package retention.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log that nobody reads for a while. */
@Timeout(60)
final class WaitingTest {

    private static final int MANY = 100_000;
    private static final int WRITERS = 8;
    private static final Pattern TELLS = Pattern.compile(" ([0-9]+) entries of the log were dropped");

    private final LoggerContext log = new LoggerContext();

    @Test
    void nobody_waits_for_a_full_pipe_and_what_is_lost_is_told() throws IOException {
        var reader = new PipedInputStream(1024);
        Waiting waiting = waiting(Style.TEXT, new PipedOutputStream(reader));
        for (int i = 0; i < MANY; i++) {
            waiting.doAppend(entry("entry " + i)); // would hang here
        }
        long lost = waiting.dropped();
        assertThat(lost).isPositive();
        BufferedReader lines = lines(reader);
        long told = 0;
        for (long entries = 0; entries < MANY - lost || told < lost; ) { // would hang here
            Matcher tells = TELLS.matcher(lines.readLine());
            if (tells.find()) {
                told += Long.parseLong(tells.group(1));
            } else {
                entries++;
            }
        }
        assertThat(told).isEqualTo(lost);
    }

    @Test
    void none_is_lost_uncounted_when_many_threads_write() throws Exception {
        var reader = new PipedInputStream(1 << 16);
        Waiting waiting = waiting(Style.TEXT, new PipedOutputStream(reader));
        var read = CompletableFuture.supplyAsync(() -> lines(reader)
                .lines()
                .takeWhile(line -> !line.endsWith("the last"))
                .filter(line -> line.endsWith("one of many"))
                .count());
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(CompletableFuture.runAsync(() -> write(waiting), task -> new Thread(task).start()));
        }
        writers.forEach(CompletableFuture::join);
        while (waiting.getNumberOfElementsInQueue() > 0) {
            Thread.sleep(1);
        }
        waiting.doAppend(entry("the last"));
        assertThat(waiting.dropped()).isPositive();
        assertThat(read.join()).isEqualTo(WRITERS * (long) MANY - waiting.dropped());
    }

    private void write(Waiting waiting) {
        for (int i = 0; i < MANY; i++) {
            waiting.doAppend(entry("one of many"));
        }
    }

    @Test
    void what_was_added_is_written_before_the_end() throws IOException {
        var reader = new PipedInputStream(1 << 20);
        Waiting waiting = waiting(Style.JSON, new PipedOutputStream(reader));
        for (int i = 0; i < 1000; i++) {
            waiting.doAppend(entry("entry " + i));
        }
        waiting.stop();
        String all = new String(reader.readNBytes(reader.available()), StandardCharsets.UTF_8);
        assertThat(all.lines()).hasSize(1000).last().asString().contains("entry 999");
    }

    @Test
    void the_end_waits_for_a_reader_no_longer_than_a_second() throws IOException {
        Waiting waiting = waiting(Style.TEXT, new PipedOutputStream(new PipedInputStream(1)));
        waiting.doAppend(entry("entry"));
        long begun = System.nanoTime();
        waiting.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    private Waiting waiting(Style style, OutputStream out) {
        log.setMDCAdapter(new LogbackMDCAdapter());
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(log);
        appender.setEncoder(style.lines());
        appender.setOutputStream(new Patient(out));
        appender.start();
        var waiting = new Waiting(log, appender);
        waiting.start();
        return waiting;
    }

    private static BufferedReader lines(InputStream from) {
        return new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    }

    private ILoggingEvent entry(String message) {
        return new LoggingEvent("", log.getLogger("x.Test"), Level.INFO, message, null, null);
    }

    /** Like a pipe of the machine, which no interrupt wakes; Java's own are woken. */
    private static final class Patient extends OutputStream {
        private final OutputStream out;

        Patient(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] some) throws IOException {
            for (byte one : some) {
                write(one, out);
            }
        }

        private static void write(byte one, OutputStream out) throws IOException {
            boolean written = false;
            while (!written) {
                try {
                    out.write(one);
                    written = true;
                } catch (InterruptedIOException woken) {
                    written = false;
                }
            }
        }
    }
}
