package retention.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.Level;

/** A log that nobody reads for a while. */
@Timeout(60)
final class OutletTest {

    private static final int MANY = 20_000;

    @Test
    void nobody_waits_for_a_full_pipe_and_what_is_lost_is_told() throws IOException {
        var reader = new PipedInputStream(1024);
        var outlet = new Outlet(Style.TEXT, new PipedOutputStream(reader));
        for (int i = 0; i < MANY; i++) {
            outlet.add(entry("entry " + i)); // would hang here
        }
        assertThat(outlet.dropped()).isPositive();
        var lines = new BufferedReader(new InputStreamReader(reader, StandardCharsets.UTF_8));
        long lost = outlet.dropped();
        String told = "";
        for (long entries = 0; entries < MANY - lost; ) {
            String line = lines.readLine();
            boolean tells = line.contains("were dropped");
            told += tells ? line : "";
            entries += tells ? 0 : 1;
        }
        assertThat(told).contains(" " + lost + " entries of the log were dropped");
    }

    @Test
    void what_was_added_is_written_before_the_end() throws IOException {
        var reader = new PipedInputStream(1 << 20);
        var outlet = new Outlet(Style.JSON, new PipedOutputStream(reader));
        for (int i = 0; i < 1000; i++) {
            outlet.add(entry("entry " + i));
        }
        assertThat(outlet.end(Duration.ofSeconds(30))).isTrue();
        String all = new String(reader.readNBytes(reader.available()), StandardCharsets.UTF_8);
        assertThat(all.lines()).hasSize(1000).last().asString().contains("entry 999");
    }

    private static Entry entry(String message) {
        return Entry.now(Level.INFO, "x.Test", message, null, Map.of(), null);
    }
}
