package retention.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The advisor over HTTP beside hand-written code and a constant answer behind the same Undertow: one core for the server,
 * one for wrk, 16 connections. In each round every server is started anew, warmed, asked as much as it bears, and then half
 * as much, for the 99th percentile. {@code -Dbench.quick=true} is one short round that proves nothing.
 */
final class Http {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int ROUNDS = Integer.getInteger("bench.rounds", QUICK ? 1 : 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", QUICK ? 3 : 15);
    private static final int WARM_SECONDS = Integer.getInteger("bench.warm", QUICK ? 3 : 120);
    private static final String SERVER_CORE = System.getProperty("bench.server", "0");
    private static final String LOAD_CORE = System.getProperty("bench.load", "1");
    private static final int CONNECTIONS = 16;
    private static final int CUSTOMERS = 2000;
    private static final double MILLIS = 1000;
    private static final Path FOLDER = Path.of("target", "bench");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)\\b");
    private static final Pattern ALL = Pattern.compile("(\\d+) requests in");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final HttpFigures figures = new HttpFigures();

    /** What wrk tells: good answers a second, the 99th percentile in milliseconds, and the share that was refused. */
    private record Load(double rate, double p99, double refused) {}

    private Http() {}

    /** Writes {@code target/bench/http.json} and {@code http.md}. */
    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(FOLDER);
        try (OutputStream out = Files.newOutputStream(FOLDER.resolve("http.ndjson"))) {
            for (byte[] line : Workload.json(CUSTOMERS)) {
                out.write(line);
                out.write('\n');
            }
        }
        var http = new Http();
        for (int round = 0; round < ROUNDS; round++) {
            for (String server : HttpFigures.SERVERS) {
                http.measure(server);
            }
            Files.write(FOLDER.resolve("http.json"), http.figures.json());
            Files.writeString(FOLDER.resolve("http.md"), http.figures.table(QUICK, ROUNDS));
        }
        System.out.print(Files.readString(FOLDER.resolve("http.md")));
    }

    private void measure(String server) throws IOException, InterruptedException {
        Process process = start(server);
        try (BufferedReader out = process.inputReader()) {
            String address = address(out);
            load(address, WARM_SECONDS, 0);
            Load full = load(address, SECONDS, 0);
            double cycle = 2 * CONNECTIONS / full.rate * MILLIS; // of one connection, for half as much
            double pause = cycle / 2;
            double rate = load(address, QUICK ? 1 : 3, pause).rate;
            Load half = load(address, SECONDS, Math.max(0, pause + cycle - CONNECTIONS / rate * MILLIS));
            double refused = Math.max(full.refused, half.refused);
            figures.add(server, full.rate, full.p99, half.rate / full.rate, half.p99, refused);
            System.err.printf(
                    "%s: %.0f/s, p99 %.2f ms; at %.0f/s p99 %.2f ms%n",
                    server, full.rate, full.p99, half.rate, half.p99);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Process start(String server) throws IOException {
        var command = new ArrayList<String>(List.of("taskset", "-c", SERVER_CORE));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseParallelGC", "-Xms512m", "-Xmx512m"));
        command.addAll(List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=3", "-XX:-PrintWarnings"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (server.equals(HttpFigures.ADVISOR)) {
            command.addAll(List.of("retention.Main", "serve", "--port", "0", "--rules", Workload.RULES.toString()));
            command.addAll(List.of("--state", FOLDER.resolve("state").toString()));
        } else {
            command.addAll(List.of("retention.bench.HandServer", server));
        }
        return new ProcessBuilder(command)
                .redirectError(FOLDER.resolve("http-" + server + ".log").toFile())
                .start();
    }

    private static String address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Listening on ")) {
                return line.split(" ", -1)[2];
            }
        }
        throw new IllegalStateException("the server did not start; its log lies in " + FOLDER);
    }

    private static Load load(String address, int seconds, double pause) throws IOException, InterruptedException {
        var wrk = new ProcessBuilder(
                "taskset",
                "-c",
                LOAD_CORE,
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--latency",
                "-s",
                "src/bench/post.lua",
                address);
        wrk.environment().put("BENCH_CUSTOMERS", FOLDER.resolve("http.ndjson").toString());
        wrk.environment().put("BENCH_PAUSE", Double.toString(pause));
        Process process = wrk.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || told.contains("Socket errors")) {
            throw new IllegalStateException(told);
        }
        Matcher refusals = REFUSED.matcher(told);
        double refused = refusals.find()
                ? Double.parseDouble(refusals.group(1))
                        / Double.parseDouble(found(ALL, told).group(1))
                : 0;
        Matcher p99 = found(P99, told);
        double unit = p99.group(2).equals("us") ? 1 / MILLIS : p99.group(2).equals("s") ? MILLIS : 1;
        double rate = Double.parseDouble(found(RATE, told).group(1));
        return new Load(rate * (1 - refused), Double.parseDouble(p99.group(1)) * unit, refused);
    }

    private static Matcher found(Pattern pattern, String told) {
        Matcher matcher = pattern.matcher(told);
        if (!matcher.find()) {
            throw new IllegalStateException(told);
        }
        return matcher;
    }
}
