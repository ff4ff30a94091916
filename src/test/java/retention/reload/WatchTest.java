package retention.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a folder is worth reading; milliseconds are counted by hand. */
class WatchTest {

    private final Watch watch = new Watch(new Watching(
            Duration.ofMillis(10),
            Duration.ofMillis(150),
            Duration.ofMillis(5000),
            Duration.ofSeconds(60),
            Duration.ofMillis(1000)));

    @BeforeEach
    void settle() {
        assertThat(due(1, 0)).isFalse();
        assertThat(due(1, 150)).isTrue();
        assertThat(due(1, 1000)).isTrue();
    }

    @Test
    void a_folder_that_does_not_change_is_not_read() {
        assertThat(due(1, 2000)).isFalse();
        assertThat(due(1, 1_000_000)).isFalse();
    }

    @Test
    void a_change_is_read_when_it_has_been_quiet_and_once_more_later() {
        assertThat(due(2, 2000)).isFalse();
        assertThat(due(2, 2149)).isFalse();
        assertThat(due(2, 2150)).isTrue();
        assertThat(due(2, 2999)).isFalse();
        assertThat(due(2, 3000)).isTrue();
        assertThat(due(2, 9000)).isFalse();
    }

    @Test
    void while_it_changes_it_is_not_read() {
        for (int step = 0; step < 30; step++) {
            assertThat(due(2 + step, 2000 + 149L * step)).isFalse();
        }
        assertThat(due(31, 2000 + 149L * 29 + 150)).isTrue();
    }

    @Test
    void a_folder_that_never_rests_is_read_now_and_then() {
        int read = 0;
        for (int step = 0; step < 150; step++) {
            read += due(2 + step, 2000 + 100L * step) ? 1 : 0;
        }
        assertThat(read).isEqualTo(2); // after 5 and after 10 of 15 seconds
    }

    @Test
    void a_change_that_is_taken_back_is_read_all_the_same() {
        assertThat(due(2, 2000)).isFalse();
        assertThat(due(1, 2010)).isFalse();
        assertThat(due(1, 2160)).isTrue();
    }

    @Test
    void what_could_not_be_read_is_tried_again() {
        assertThat(due(2, 2000)).isFalse();
        assertThat(due(2, 2150)).isTrue();
        watch.waitFrom(millis(2150));
        assertThat(due(2, 2160)).isFalse();
        assertThat(due(2, 2300)).isTrue();
    }

    private boolean due(int size, long millis) {
        var files = new TreeMap<String, Footprint.Stamp>();
        files.put("a.drl", new Footprint.Stamp(size, FileTime.fromMillis(0), null));
        return watch.due(new Footprint(files, ""), millis(millis));
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
