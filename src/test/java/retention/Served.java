package retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advisor as a process of its own that serves a rule folder. */
public final class Served implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+) .*");
    /** As {@code taskset} takes them; all when empty. */
    private static final String CORES = System.getProperty("served.cores", "");

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final BufferedReader out;
    private final Path log;
    private final String address;

    private Served(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.out = process.inputReader();
        this.address = listening();
    }

    /** Starts it on a free port with options for Java; {@code log} gets its log. */
    public static Served start(Path rules, Path state, Path log, List<String> options, String... settings)
            throws IOException {
        var command = new ArrayList<String>();
        if (!CORES.isEmpty()) {
            command.addAll(List.of("taskset", "-c", CORES));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "retention.Main"));
        command.addAll(List.of("serve", "--port", "0", "--rules", rules.toString(), "--state", state.toString()));
        command.addAll(List.of(settings));
        return new Served(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    /** Where it listens. */
    public String address() {
        return address;
    }

    /** Sends it a signal, such as TERM. */
    void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Waits until it has ended; gives back its exit code. */
    int ended() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    /** What it holds after a garbage collection, in megabytes. */
    public Memory memory() throws IOException, InterruptedException {
        jcmd("GC.run");
        long heap = 0;
        long metaspace = 0;
        for (String line : jcmd("GC.heap_info")) {
            Matcher used = USED.matcher(line);
            if (!used.find()) {
                continue;
            }
            if (line.strip().startsWith("Metaspace")) {
                metaspace = Long.parseLong(used.group(1));
            } else if (!line.strip().startsWith("class space")) {
                heap += Long.parseLong(used.group(1));
            }
        }
        return new Memory(heap / 1024.0, metaspace / 1024.0);
    }

    /** Megabytes in use. */
    public record Memory(double heap, double metaspace) {}

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it stops").isTrue();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            throw new IllegalStateException(stopped);
        }
    }

    /** Ends it as a power cut would: it notices nothing. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private String listening() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher told = LISTENING.matcher(line);
            if (told.matches()) {
                return told.group(1);
            }
        }
        throw new IllegalStateException("it did not start to listen: " + Files.readString(log));
    }

    private List<String> jcmd(String what) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), what)
                .redirectErrorStream(true)
                .start();
        List<String> lines = asked.inputReader().lines().toList();
        assertThat(asked.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
