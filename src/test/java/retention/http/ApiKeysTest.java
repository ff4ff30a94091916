package retention.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What asking for a key costs, for it is asked on every request. */
final class ApiKeysTest {

    private static final int ROUNDS = 50_000;

    @TempDir
    private Path folder;

    @Test
    void asking_for_a_key_allocates_next_to_nothing() throws Exception {
        Path file = Files.writeString(
                folder.resolve("keys"),
                "a advise sha256:" + ApiKey.hash("rak_a") + "\nb advise sha256:" + ApiKey.hash("rak_b")
                        + " until 2199-01-01");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        ApiKeys keys = ApiKeys.follow(file, InstantSource.system());
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ask(keys);
        long before = threads.getCurrentThreadAllocatedBytes();
        ask(keys);
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS).isLessThan(16);
    }

    private static void ask(ApiKeys keys) {
        for (int i = 0; i < ROUNDS; i++) {
            assertThatIs(keys.find("rak_b") != null);
            assertThatIs(keys.find("rak_c") == null);
        }
    }

    /** Without the objects that an assertion makes. */
    private static void assertThatIs(boolean so) {
        if (!so) {
            throw new AssertionError("a key was taken for another");
        }
    }
}
