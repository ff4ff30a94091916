package retention.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.TinyRules;

/** Starts of real processes, which share what they compiled. */
class StartTest {

    @TempDir
    private Path home;

    private record Ended(int code, String out, String err) {}

    @Test
    void processes_that_start_at_once_share_a_state_folder() throws IOException {
        new TinyRules(Files.createDirectory(home.resolve("rules"))).filler();
        List<Ended> first = Stream.of(start("check"), start("check"), start("check"))
                .map(StartTest::end)
                .toList();
        assertThat(first).allSatisfy(one -> assertThat(one.code).as(one.err).isZero());
        Ended next = end(start("check"));
        assertThat(next.err).isEmpty();
        assertThat(next.out).isEqualTo(first.get(0).out).contains("no problems");
        assertThat(compiled(".book")).hasSize(1);
        assertThat(compiled(".file")).hasSize(3);
        assertThat(compiled(".tmp")).isEmpty();
    }

    @Test
    void a_rehearsal_answers_one_customer_and_ends() throws IOException {
        new TinyRules(Files.createDirectory(home.resolve("rules"))).filler();
        Ended rehearsal = end(start("serve", "--rehearse"));
        assertThat(rehearsal.code).as(rehearsal.err).isZero();
    }

    @Test
    void a_book_built_by_one_process_is_taken_by_another() throws IOException {
        new TinyRules(Files.createDirectory(home.resolve("rules"))).filler();
        Files.writeString(home.resolve("customers.ndjson"), "{\"id\":\"anna\",\"asOf\":\"2026-06-01\"}\n");
        assertThat(end(start("build", "-o", "book.jar")).code).isZero();
        Ended folder = end(start("advise", "customers.ndjson"));
        Ended jar = end(start("advise", "customers.ndjson", "--rules", "book.jar", "--state", "other"));
        assertThat(jar).isEqualTo(folder);
        assertThat(jar.out).contains("CALL");
    }

    private List<Path> compiled(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("state/compiled"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    /** A verb that runs in the temporary folder, where nothing else is. */
    private record Started(Process process, Path out, Path err) {}

    private Started start(String... verb) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                Stream.of(java, "-cp", System.getProperty("java.class.path"), "retention.Main"), Stream.of(verb));
        try {
            Path out = Files.createTempFile(home, "out", "");
            Path err = Files.createTempFile(home, "err", "");
            Process process = new ProcessBuilder(command.toList())
                    .directory(home.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Started(process, out, err);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static Ended end(Started started) {
        try {
            assertThat(started.process.waitFor(120, TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
            return new Ended(started.process.exitValue(), Files.readString(started.out), Files.readString(started.err));
        } catch (IOException | InterruptedException cannot) {
            throw new IllegalStateException(cannot);
        } finally {
            started.process.destroyForcibly();
        }
    }
}
