package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.TinyRules;

/** Customers that another program writes into a pipe: {@code advisor advise <(program)}. */
@Timeout(60)
class PipeTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void rulesAndPipe() throws Exception {
        new TinyRules(folder.resolve("rules")).filler();
        assertThat(new ProcessBuilder("mkfifo", pipe()).start().waitFor()).isZero();
    }

    @Test
    void a_pipe_is_read_like_a_file() {
        var writer = CompletableFuture.runAsync(() -> {
            try {
                Files.writeString(Path.of(pipe()), "{\"id\":\"anna\"}\n{\"id\":\"bert\"}\n");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        assertThat(run("advise", "--summary", pipe())).as(err.toString()).isZero();
        writer.join();
        assertThat(out.toString()).contains("2 customers");
    }

    @Test
    void an_audit_reads_twice_and_says_that_a_pipe_cannot_be() {
        assertThat(run("audit", pipe())).isEqualTo(2);
        assertThat(err.toString()).contains("can be read only once", "write -");
    }

    private String pipe() {
        return folder.resolve("pipe").toString();
    }

    private int run(String verb, String... args) {
        var all = new String[args.length + 5];
        all[0] = verb;
        all[1] = "--rules";
        all[2] = folder.resolve("rules").toString();
        all[3] = "--state";
        all[4] = folder.resolve("state").toString();
        System.arraycopy(args, 0, all, 5, args.length);
        return Advisor.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
