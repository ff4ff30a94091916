package retention.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The advisor as a process of its own, as its users run it. */
final class Processes {

    private static final double NANOS_IN_A_SECOND = 1e9;
    private static final String LISTENING = "Listening on ";

    private Processes() {}

    /** Runs a class of this program to its end. Throws IllegalStateException when it fails. */
    static void run(String main, String... arguments) throws IOException, InterruptedException {
        Process process = start(main, arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main + " failed");
        }
    }

    /** Seconds that {@code advise} takes for a file on so many threads, start and all. */
    static double advise(Path customers, int threads) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        run(
                "retention.Main",
                "advise",
                customers.toString(),
                "--threads",
                Integer.toString(threads),
                "--rules",
                Workload.RULES.toString(),
                "--state",
                state().toString());
        return (System.nanoTime() - begin) / NANOS_IN_A_SECOND;
    }

    /** Seconds from the start of {@code serve} to its first advice; the launcher starts it, as users do. */
    static double firstAnswer(byte[] customer) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        "./advisor",
                        "serve",
                        "--port",
                        "0",
                        "--rules",
                        Workload.RULES.toString(),
                        "--state",
                        state().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            ask(address(out), customer);
            return (System.nanoTime() - begin) / NANOS_IN_A_SECOND;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Lets the launcher build what it starts, which is no part of a start. */
    static void launcher() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("./advisor", "--help")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the launcher failed");
        }
    }

    /** Forgets what was compiled, so that the next start begins with nothing. */
    static void forget() throws IOException {
        if (Files.exists(state())) {
            try (Stream<Path> files = Files.walk(state())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path state() {
        return Path.of("target", "bench", "state");
    }

    private static ProcessBuilder start(String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static URI address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(LISTENING)) {
                return URI.create(line.substring(LISTENING.length()).split(" ", 2)[0] + "/v1/advice");
            }
        }
        throw new IllegalStateException("it did not start to listen");
    }

    private static void ask(URI address, byte[] customer) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(customer))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("it answered " + status);
        }
    }
}
